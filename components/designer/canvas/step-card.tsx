// One step on the canvas. It reads its own action by name, so an edit elsewhere does not draw it again.
'use client';
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { shownStatus } from '@/components/run/run-model';
import { findShownRecord } from '@/components/run/run-store';
import { cx } from '@/components/ui/class-names';
import { StepTile } from '../step/step-tile';
import { stepPosition, useLoopsOf, useStepFace } from '../step/use-step';
import { useDesigner, useDesignerContext, useRun } from '../store/designer-context';
import type { StepNode } from './canvas-nodes';
import { cardTone, findingsText, runText } from './card-texts';
import { UnfoldButton } from './container-card';
import { EdgeEnds } from './edge-ends';
import { ProblemMark } from './problem-mark';
import { RunStrip } from './run-strip';
import { StepMenu } from './step-menu';

export const StepCard = memo(function StepCard({ data }: NodeProps<StepNode>) {
  const { name, kind } = data.node;
  const { store } = useDesignerContext();
  const face = useStepFace(name);
  const loops = useLoopsOf(name);
  const selected = useDesigner((state) => state.selected === name);
  const focusable = useDesigner((state) => (state.selected ? state.selected === name : kind === 'trigger'));
  const position = useDesigner((state) => stepPosition(state.flow.definition, name));
  const problems = useDesigner((state) => findingsText(state.findings.get(name)));
  const readOnly = useDesigner((state) => state.readOnly);
  const inRun = useRun((view) => view.runId !== undefined);
  const isOver = useRun((view) => view.run?.finishedAt !== undefined);
  const record = useRun((view) => findShownRecord(view, name, loops));
  if (!face) return <EmptyTrigger />;

  const twice = face.mayRunTwice && 'may run twice';
  const label = [face.title, position, face.source, twice, problems, runText(record)]
    .filter(Boolean)
    .join(', ');
  return (
    <div
      className={cx(
        'group relative flex h-full w-full flex-col rounded-card border bg-surface shadow-card transition-[border-color,opacity] duration-120',
        selected && 'outline-2 outline-offset-2 outline-ink',
        cardTone(record && shownStatus(record)),
        inRun && !record && (isOver ? 'opacity-50' : 'opacity-55'),
      )}
    >
      {selected && face.tile.color && (
        <span
          aria-hidden="true"
          className="absolute top-2 bottom-2 -left-px w-[3px] rounded-full"
          style={{ background: face.tile.color }}
        />
      )}
      <button
        type="button"
        data-step={name}
        aria-label={label}
        aria-pressed={selected}
        tabIndex={focusable ? 0 : -1}
        draggable={!readOnly && kind !== 'trigger'}
        onDragStart={(event) => {
          event.dataTransfer.setData('application/x-flow-step', name);
          event.dataTransfer.effectAllowed = 'move';
        }}
        onClick={() => store.getState().select(name)}
        onDoubleClick={() => store.getState().requestFocus()}
        className="nodrag nopan absolute inset-0 rounded-card focus-visible:outline-offset-[5px]"
      />
      <div className="pointer-events-none flex min-h-0 flex-1 items-start gap-2.5 px-3 pt-[11px]">
        <StepTile tile={face.tile} />
        <div className="min-w-0 flex-1">
          <div className="flex items-start gap-1">
            <div className="line-clamp-2 min-w-0 flex-1 font-semibold break-words" title={face.title}>
              {face.title}
            </div>
            <ProblemMark name={name} />
            {data.node.collapsed && <UnfoldButton name={name} title={face.title} />}
            {kind === 'trigger' && !problems && (
              <span className="rounded-chip bg-sunken px-1.5 text-badge leading-4.5 font-medium text-ink2 group-hover:invisible">
                Trigger
              </span>
            )}
          </div>
          <div className="flex items-center gap-2 text-small text-ink2">
            <span className="truncate">
              {data.node.collapsed ? insideText(data.node.inside ?? 0) : face.detail}
            </span>
            {face.mayRunTwice && <RunsTwice />}
          </div>
        </div>
      </div>
      <EdgeEnds />
      {!readOnly && <StepMenu name={name} title={face.title} isTrigger={kind === 'trigger'} />}
      {inRun && <RunStrip record={record} over={isOver} isCall={face.isCall} />}
    </div>
  );
});

function RunsTwice() {
  return (
    <span
      title="Its retry policy sends the call again, also when the first one may have been carried out."
      className="pointer-events-auto ml-auto shrink-0 rounded-chip bg-warn-soft px-1.5 text-badge leading-4.5 font-medium text-warn"
    >
      may run twice
    </span>
  );
}

function insideText(count: number): string {
  return count === 1 ? '1 step inside' : `${count} steps inside`;
}

function EmptyTrigger() {
  return (
    <div className="grid h-full w-full place-items-center rounded-card border border-dashed border-lineS bg-surface text-small text-ink2">
      This flow has no trigger.
      <EdgeEnds />
    </div>
  );
}
