// What is not a step: the head of a branch, and the places where a step can be added at the end.
'use client';
import type { NodeProps } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { memo } from 'react';
import { cx } from '@/components/ui/class-names';
import type { FlowDefinition } from '@/lib/flow/definition';
import type { InsertPlace } from '@/lib/flow/edits/edit';
import { titleOf } from '@/lib/flow/title';
import { findAction, readBranches } from '@/lib/flow/tree';
import { useDesigner, useDesignerContext } from '../store/designer-context';
import type { StepNode } from './canvas-nodes';
import { EdgeEnds } from './edge-ends';

export const BranchHead = memo(function BranchHead({ data }: NodeProps<StepNode>) {
  const { label } = data.node;
  if (!label) return <EdgeEnds sourceTop={0} />;
  return (
    <div className="flex h-full w-full flex-col rounded-card border border-line">
      <div className="h-7 px-3 text-center text-small leading-7 font-medium text-ink2">{label}</div>
      <EdgeEnds sourceTop={28} />
    </div>
  );
});

/** Yes, No or the name of a case: which branch of a container a place is in. */
function branchLabel(definition: FlowDefinition, place: InsertPlace | undefined): string | undefined {
  const action = place?.container && findAction(definition, place.container)?.action;
  return action ? readBranches(action).find(({ at }) => at === place.branch)?.label : undefined;
}

export const AddPlace = memo(function AddPlace({ data }: NodeProps<StepNode>) {
  const { node, last } = data;
  const { store } = useDesignerContext();
  const dropping = useDesigner((state) => state.dropEdge?.endsWith(`→${node.id}`) ?? false);
  const branch = useDesigner((state) => branchLabel(state.flow.definition, node.insert));
  const add = (anchor: HTMLElement) => {
    if (node.insert) store.getState().beginAdd({ place: node.insert, anchor });
  };
  if (last) {
    return (
      <div className="flex h-6 w-6 justify-center overflow-visible">
        <button
          type="button"
          data-new-step=""
          className={cx(
            'nodrag nopan inline-flex h-8 shrink-0 items-center gap-1.5 rounded-control border bg-surface px-3 font-medium whitespace-nowrap shadow-card hover:bg-hover',
            dropping ? 'border-accent text-accent' : 'border-line',
          )}
          onClick={(event) => add(event.currentTarget)}
        >
          <Plus aria-hidden="true" />
          New step
        </button>
        <EdgeEnds />
      </div>
    );
  }
  const label = node.insert?.after
    ? `Add a step after ${titleOf(node.insert.after)}`
    : `Add a step inside ${[titleOf(node.name), branch].filter(Boolean).join(', ')}`;
  return (
    <>
      <EdgeEnds />
      <button
        type="button"
        aria-label={label}
        title={label}
        tabIndex={-1}
        className={cx(
          'nodrag nopan grid h-full w-full place-items-center rounded-full border bg-surface text-ink2 hover:border-ink hover:text-ink',
          dropping ? 'border-accent bg-accent-soft text-accent' : 'border-lineS border-dashed',
        )}
        onClick={(event) => add(event.currentTarget)}
      >
        <Plus aria-hidden="true" className="size-3.5" />
      </button>
    </>
  );
});
