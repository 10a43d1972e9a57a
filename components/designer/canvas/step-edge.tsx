// The line between two steps, coloured by the run, with the + that inserts a step between them.
'use client';
import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getSmoothStepPath, Position } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { memo } from 'react';
import { findShownRecord } from '@/components/run/run-store';
import { cx } from '@/components/ui/class-names';
import { sizes } from '@/lib/flow/layout-sizes';
import { titleOf } from '@/lib/flow/title';
import { useLoopsOf, useStepFace } from '../step/use-step';
import { useDesigner, useDesignerContext, useRun } from '../store/designer-context';
import type { StepEdge } from './canvas-nodes';

const strokes: Record<string, { stroke: string; dash?: string; width?: number }> = {
  Running: { stroke: 'var(--color-run)', dash: '6 6', width: 2 },
  Waiting: { stroke: 'var(--color-run)', dash: '6 6', width: 2 },
  Succeeded: { stroke: 'var(--color-ok)' },
  Failed: { stroke: 'var(--color-err)' },
  TimedOut: { stroke: 'var(--color-err)', dash: '2 4' },
  Skipped: { stroke: 'var(--color-lineS)', dash: '2 4' },
  Cancelled: { stroke: 'var(--color-lineS)', dash: '2 4' },
};

export const StepEdgeView = memo(function StepEdgeView(props: EdgeProps<StepEdge>) {
  const { sourceX, sourceY, targetX, targetY, data } = props;
  const edge = data?.edge;
  const loops = useLoopsOf(data?.to ?? '');
  const status = useRun((view) =>
    edge?.tail ? undefined : findShownRecord(view, data?.to ?? '', loops)?.status,
  );
  const dropping = useDesigner((state) => state.dropEdge === props.id);
  const gap = Math.min(sizes.gapEditing / 2, (targetY - sourceY) / 2);
  const [path] = getSmoothStepPath({
    sourceX,
    sourceY,
    sourcePosition: Position.Bottom,
    targetX,
    targetY,
    targetPosition: Position.Top,
    borderRadius: 8,
    centerY: targetY - gap,
    offset: 0,
  });
  const look = (status && strokes[status]) || { stroke: 'var(--color-lineS)' };
  const joins = sourceX !== targetX && targetY - sourceY > sizes.gapEditing * 1.5;
  const plain =
    edge?.statuses === undefined || (edge.statuses.length === 1 && edge.statuses[0] === 'Succeeded');
  return (
    <>
      <BaseEdge
        id={props.id}
        path={path}
        interactionWidth={0}
        className={status === 'Running' ? 'step-edge-running' : ''}
        style={{
          stroke: dropping ? 'var(--color-accent)' : look.stroke,
          strokeWidth: dropping ? 3 : (look.width ?? 1.5),
          ...(look.dash || edge?.tail ? { strokeDasharray: look.dash ?? '2 4' } : {}),
        }}
      />
      {data?.insert && (
        <InsertButton
          x={joins ? sourceX : targetX}
          y={joins ? sourceY + gap : targetY - gap}
          edge={data}
          dropping={dropping}
        />
      )}
      {!plain && edge?.statuses && (
        <EdgeLabelRenderer>
          <span
            className="pointer-events-none absolute rounded-chip bg-canvas px-1 text-badge text-ink2"
            style={{ transform: `translate(${targetX + 16}px, ${targetY - gap - 8}px)` }}
          >
            after{' '}
            {edge.statuses.map((each) => (each === 'TimedOut' ? 'timeout' : each.toLowerCase())).join(' or ')}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
});

interface InsertButtonProps {
  x: number;
  y: number;
  edge: NonNullable<StepEdge['data']>;
  dropping: boolean;
}

function InsertButton({ x, y, edge, dropping }: InsertButtonProps) {
  const { store } = useDesignerContext();
  const from = useStepFace(edge.from)?.title ?? titleOf(edge.from);
  const between = `Insert a new step between ${from} and ${titleOf(edge.to)}`;
  return (
    <EdgeLabelRenderer>
      <button
        type="button"
        aria-label={between}
        title={between}
        tabIndex={-1}
        data-insert-before={edge.to}
        className={cx(
          'nodrag nopan pointer-events-auto absolute grid size-6 place-items-center rounded-full border bg-surface text-ink2 transition-colors duration-120 hover:border-ink hover:text-ink',
          dropping ? 'border-accent bg-accent-soft text-accent' : 'border-lineS',
        )}
        style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
        onClick={(event) => {
          if (!edge.insert) return;
          store.getState().beginAdd({ place: edge.insert, anchor: event.currentTarget });
        }}
      >
        <Plus aria-hidden="true" className="size-3.5" />
      </button>
    </EdgeLabelRenderer>
  );
}
