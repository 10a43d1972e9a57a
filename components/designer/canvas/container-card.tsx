// A step that holds others: a header bar over a dashed body; folded it is a card that says what is inside.
'use client';
import type { NodeProps } from '@xyflow/react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { HeatStrip } from '@/components/run/heat-strip';
import { LoopPager } from '@/components/run/loop-pager';
import { findShownRecord } from '@/components/run/run-store';
import { cx } from '@/components/ui/class-names';
import { StepTile } from '../step/step-tile';
import { stepPosition, useLoopsOf, useStepFace } from '../step/use-step';
import { useDesigner, useDesignerContext, useRun } from '../store/designer-context';
import type { StepNode } from './canvas-nodes';
import { containerTone, findingsText, runText } from './card-texts';
import { EdgeEnds } from './edge-ends';
import { ProblemMark } from './problem-mark';
import { RunStrip } from './run-strip';
import { StepMenu } from './step-menu';

export const ContainerCard = memo(function ContainerCard({ data }: NodeProps<StepNode>) {
  const { name, inside = 0 } = data.node;
  const { store, runStore } = useDesignerContext();
  const face = useStepFace(name);
  const loops = useLoopsOf(name);
  const selected = useDesigner((state) => state.selected === name);
  const position = useDesigner((state) => stepPosition(state.flow.definition, name));
  const problems = useDesigner((state) => findingsText(state.findings.get(name)));
  const readOnly = useDesigner((state) => state.readOnly);
  const inRun = useRun((view) => view.runId !== undefined);
  const isOver = useRun((view) => view.run?.finishedAt !== undefined);
  const record = useRun((view) => findShownRecord(view, name, loops));
  if (!face) return null;
  const steps = inside === 1 ? '1 step inside' : `${inside} steps inside`;
  const label = [face.title, position, face.source, steps, problems, runText(record)]
    .filter(Boolean)
    .join(', ');
  return (
    <div
      className={cx(
        'group relative h-full w-full rounded-box border border-dashed bg-[color-mix(in_oklab,var(--color-sunken)_55%,transparent)]',
        selected && 'outline-2 outline-offset-2 outline-ink',
        containerTone(record?.status),
        inRun && !record && 'opacity-60',
      )}
    >
      <button
        type="button"
        data-step={name}
        aria-label={label}
        aria-pressed={selected}
        tabIndex={selected ? 0 : -1}
        draggable={!readOnly}
        onDragStart={(event) => {
          event.dataTransfer.setData('application/x-flow-step', name);
          event.dataTransfer.effectAllowed = 'move';
        }}
        onClick={() => store.getState().select(name)}
        onDoubleClick={() => store.getState().requestFocus()}
        className="nodrag nopan absolute inset-x-0 top-0 h-9 rounded-t-box"
      />
      <div
        className={cx('pointer-events-none flex h-9 items-center gap-2 pl-3', readOnly ? 'pr-2' : 'pr-10')}
      >
        <StepTile tile={face.tile} size={20} />
        <span className="min-w-0 truncate font-semibold" title={face.title}>
          {face.title}
        </span>
        <ProblemMark name={name} />
        <span className="pointer-events-auto ml-auto flex items-center">
          <button
            type="button"
            tabIndex={-1}
            aria-label={`Fold ${face.title}`}
            className="nodrag nopan relative grid size-6 place-items-center rounded-chip text-ink2 hover:bg-hover"
            onClick={() => store.getState().toggleCollapsed(name)}
          >
            <ChevronDown aria-hidden="true" />
          </button>
        </span>
      </div>
      {!readOnly && <StepMenu name={name} title={face.title} isTrigger={false} />}
      {inRun && (
        <RunStrip record={record} over={isOver}>
          <span className="pointer-events-auto relative">
            <LoopPager store={runStore} loops={[...loops, name]} />
          </span>
        </RunStrip>
      )}
      {inRun && (
        <HeatStrip
          store={runStore}
          loops={[...loops, name]}
          className="absolute top-[62px] left-3 w-[calc(100%-24px)]"
        />
      )}
      <EdgeEnds />
    </div>
  );
});

/** A folded container: the same as a card, with a chevron that opens it. */
export function UnfoldButton({ name, title }: { name: string; title: string }) {
  const { store } = useDesignerContext();
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={`Open ${title}`}
      className="nodrag nopan pointer-events-auto relative grid size-6 place-items-center rounded-chip text-ink2 hover:bg-hover"
      onClick={() => store.getState().toggleCollapsed(name)}
    >
      <ChevronRight aria-hidden="true" />
    </button>
  );
}
