// Reads of one step by its name, each rendering again only when that step changes.
'use client';
import { useMemo } from 'react';
import type { ActionDefinition, FlowDefinition, TriggerDefinition } from '@/lib/flow/definition';
import { listActions, listTriggers } from '@/lib/flow/tree';
import { listLoops } from '@/lib/flow/upstream';
import { useCatalog, useDesigner } from '../store/designer-context';
import { findStep, readStepFace, type StepFace } from './step-face';

/** The JSON of a step. */
export function useStep(name: string | undefined): ActionDefinition | TriggerDefinition | undefined {
  return useDesigner((state) => findStep(state.flow.definition, name));
}

/** Title, tile and texts of a step. */
export function useStepFace(name: string): StepFace | undefined {
  const step = useStep(name);
  const references = useDesigner((state) => state.flow.connectionReferences);
  const catalog = useCatalog();
  return useMemo(
    () => step && readStepFace(name, step, { references, catalog }),
    [name, step, references, catalog],
  );
}

/** Names of the loops around an action, outermost first, as a list that keeps its identity. */
export function useLoopsOf(name: string): readonly string[] {
  const joined = useDesigner((state) =>
    listLoops(state.flow.definition, name)
      .map((loop) => loop.name)
      .reverse()
      .join('\n'),
  );
  return useMemo(() => (joined === '' ? [] : joined.split('\n')), [joined]);
}

const positions = new WeakMap<FlowDefinition, Map<string, string>>();

/** `step 2 of 4`, counted once per definition. */
export function stepPosition(definition: FlowDefinition, name: string): string {
  let known = positions.get(definition);
  if (!known) {
    const names = [...listTriggers(definition), ...listActions(definition)].map((each) => each.name);
    known = new Map(names.map((each, index) => [each, `step ${index + 1} of ${names.length}`]));
    positions.set(definition, known);
  }
  return known.get(name) ?? '';
}
