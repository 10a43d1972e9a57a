// A loop at a glance: one cell per iteration, coloured by how it stands; above 200 a cell stands for several of them.
'use client';
import { cx } from '@/components/ui/class-names';
import {
  countIterations,
  type IterationState,
  iterationStates,
  toCells,
} from '@/lib/engine/iteration-states';
import type { RunStore } from './run-store';
import { useIterations } from './use-iterations';

const mostCells = 200;
/** Wider than this a cell has a gap beside it. */
const cellsWithGaps = 60;

const looks: Record<IterationState, { colour: string; word: string }> = {
  Succeeded: { colour: 'var(--color-ok)', word: 'succeeded' },
  Cancelled: { colour: 'var(--color-ink3)', word: 'cancelled' },
  Running: { colour: 'var(--color-run)', word: 'in progress' },
  Failed: { colour: 'var(--color-err)', word: 'failed' },
  InDoubt: { colour: 'var(--color-warn)', word: 'to decide' },
};

interface HeatStripProps {
  store: RunStore;
  /** The loops around it and the loop itself, outermost first. */
  loops: readonly string[];
  className?: string | undefined;
}

export function HeatStrip({ store, loops, className }: HeatStripProps) {
  const { total, spans } = useIterations(store, loops);
  if (total < 2) return null;
  const cells = toCells(spans, total, mostCells);
  const counts = iterationStates
    .map((state) => ({ count: countIterations(spans, state), word: looks[state].word }))
    .filter(({ count }) => count > 0)
    .map(({ count, word }) => `${count.toLocaleString('en')} ${word}`);
  const label = `${total.toLocaleString('en')} iterations: ${counts.join(', ') || 'none begun'}`;
  const width = 100 / cells.length;
  const gap = cells.length <= cellsWithGaps ? 1 : 0;
  return (
    <svg role="img" aria-label={label} className={cx('h-1', className)}>
      <title>{label}</title>
      {cells.map((state, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
          key={index}
          x={`${index * width}%`}
          height="100%"
          style={{
            width: `calc(${width}% - ${gap}px)`,
            fill: state ? looks[state].colour : 'var(--color-line)',
          }}
        />
      ))}
    </svg>
  );
}
