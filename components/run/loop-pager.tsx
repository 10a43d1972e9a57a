// Which iteration of a loop the cards inside show: ‹ 3 of 34 ›, typed or stepped, or the next one that needs a look.
'use client';
import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/class-names';
import { announce } from '@/components/ui/live-region';
import { findNext, type IterationState } from '@/lib/engine/iteration-states';
import { titleOf } from '@/lib/flow/title';
import { IterationField } from './iteration-field';
import { type RunStore, showIteration, shownPath } from './run-store';
import { useIterations } from './use-iterations';

interface LoopPagerProps {
  store: RunStore;
  /** The loops around it and the loop itself, outermost first. */
  loops: readonly string[];
  /** Has a line to itself: buttons say their words. */
  roomy?: boolean | undefined;
}

interface Jump {
  label: string;
  to: number | undefined;
  direction: 1 | -1;
  tone: string;
}

export function LoopPager({ store, loops, roomy = false }: LoopPagerProps) {
  const { total, index, spans } = useIterations(store, loops);
  const loop = loops.at(-1);
  if (loop === undefined || total === 0) return null;
  const title = titleOf(loop);
  const go = (next: number) => {
    showIteration(store, [...shownPath(store.getState(), loops.slice(0, -1)), { loop, index: next }]);
    announce(`Iteration ${next + 1} of ${total}${stateWord(spans, next)}.`);
  };
  const jumpsTo = (state: IterationState, words: string, tone: string): Jump[] => {
    const jumps = ([-1, 1] as const).map((direction) => ({
      label: `${direction === 1 ? 'Next' : 'Previous'} ${words}`,
      to: findNext(spans, state, { from: index, direction }),
      direction,
      tone,
    }));
    return jumps.some(({ to }) => to !== undefined) ? jumps : [];
  };
  const jumps = [...jumpsTo('Failed', 'failed', 'text-err'), ...jumpsTo('InDoubt', 'to decide', 'text-warn')];
  const step = (
    <span className="flex items-center">
      <Arrow label={`Previous iteration of ${title}`} to={index - 1} total={total} onGo={go}>
        <ChevronLeft aria-hidden="true" />
      </Arrow>
      <IterationField loop={title} index={index} total={total} onGo={go} />
      <span className="pl-1 whitespace-nowrap">of {total.toLocaleString('en')}</span>
      <Arrow label={`Next iteration of ${title}`} to={index + 1} total={total} onGo={go}>
        <ChevronRight aria-hidden="true" />
      </Arrow>
    </span>
  );
  if (!roomy)
    return (
      <span className="flex items-center text-small text-ink2">
        {jumps.filter(({ direction }) => direction === -1).map((each) => JumpArrow(each, go))}
        {step}
        {jumps.filter(({ direction }) => direction === 1).map((each) => JumpArrow(each, go))}
      </span>
    );
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5 text-small text-ink2">
      <span className="min-w-0 flex-1 truncate">{title}</span>
      {step}
      {jumps.length > 0 && (
        <span className="flex w-full flex-wrap gap-1.5">
          {jumps.map(({ label, to }) => (
            <Button
              key={label}
              size="small"
              disabledReason={to === undefined ? 'There is none.' : undefined}
              onClick={() => to !== undefined && go(to)}
            >
              {label}
            </Button>
          ))}
        </span>
      )}
    </div>
  );
}

const words: Partial<Record<IterationState, string>> = { Failed: ', failed', InDoubt: ', in doubt' };

function stateWord(spans: ReturnType<typeof useIterations>['spans'], index: number): string {
  const span = spans.find(({ from, count }) => from <= index && index < from + count);
  return (span && words[span.state]) ?? '';
}

interface ArrowProps {
  label: string;
  to: number;
  total: number;
  onGo(index: number): void;
  children: ReactNode;
}

const arrow = 'nodrag nopan grid size-6 place-items-center rounded-chip hover:bg-hover disabled:text-ink3';

function Arrow({ label, to, total, onGo, children }: ArrowProps) {
  return (
    <button
      type="button"
      className={arrow}
      aria-label={label}
      title={label}
      disabled={to < 0 || to >= total}
      onClick={() => onGo(to)}
    >
      {children}
    </button>
  );
}

function JumpArrow({ label, to, direction, tone }: Jump, onGo: (index: number) => void) {
  return (
    <button
      key={label}
      type="button"
      className={cx(arrow, to !== undefined && tone)}
      aria-label={label}
      title={label}
      disabled={to === undefined}
      onClick={() => to !== undefined && onGo(to)}
    >
      {direction === 1 ? <ChevronsRight aria-hidden="true" /> : <ChevronsLeft aria-hidden="true" />}
    </button>
  );
}
