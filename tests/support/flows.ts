// Small flows for tests, and an arbitrary one for laws.
import fc from 'fast-check';
import { applyEdit } from '@/lib/flow/apply-edit';
import type { ActionDefinition, Flow, FlowDefinition, RunAfterStatus } from '@/lib/flow/definition';
import type { Edit } from '@/lib/flow/edits/edit';

export const buttonTrigger = {
  type: 'Request',
  kind: 'Button',
  inputs: { schema: { type: 'object', properties: {}, required: [] } },
};

/** A flow with a button and these actions. */
export function makeFlow(actions: Record<string, ActionDefinition>, extra: Partial<Flow> = {}): Flow {
  const definition: FlowDefinition = {
    $schema: 'https://schema.example/workflowdefinition.json#',
    contentVersion: '1.0.0.0',
    triggers: { manual: buttonTrigger },
    actions,
  };
  return { definition, connectionReferences: {}, origin: 'flowright', ...extra };
}

/** A Compose that runs after these steps. */
export function compose(inputs: ActionDefinition['inputs'], ...after: string[]): ActionDefinition {
  return { type: 'Compose', inputs: inputs ?? '', runAfter: onSuccess(...after) };
}

export function onSuccess(...after: string[]): Record<string, RunAfterStatus[]> {
  return Object.fromEntries(after.map((name) => [name, ['Succeeded']]));
}

/** A, then B, then C; B and C read the one before. */
export function chainOfThree(): Flow {
  return makeFlow({
    A: compose(1),
    B: compose("@outputs('A')", 'A'),
    C: compose("@{body('a')?['x']} and @{outputs('B')}", 'B'),
  });
}

/** The flow after these edits. Throws when one of them is refused. */
export function applyEdits(flow: Flow, ...edits: Edit[]): Flow {
  let current = flow;
  for (const edit of edits) {
    const result = applyEdit(current, edit);
    if (!result.ok) throw new Error(result.problems[0]?.message);
    current = result.flow;
  }
  return current;
}

interface Shape {
  kind: 'Compose' | 'Scope' | 'Foreach' | 'If';
  after: number[];
  statuses: RunAfterStatus[];
  inner: Shape[];
  other: Shape[];
}

const statuses = fc.constantFrom<RunAfterStatus[]>(
  ['Succeeded'],
  ['Succeeded'],
  ['Failed'],
  ['Succeeded', 'Failed'],
  ['Failed', 'TimedOut', 'Skipped'],
);

function shapesOf(depth: number): fc.Arbitrary<Shape[]> {
  const inner = depth === 0 ? fc.constant<Shape[]>([]) : shapesOf(depth - 1);
  const shape = fc.record({
    kind: fc.constantFrom<Shape['kind']>('Compose', 'Compose', 'Scope', 'Foreach', 'If'),
    after: fc.array(fc.nat(5), { maxLength: 2 }),
    statuses,
    inner,
    other: inner,
  });
  return fc.array(shape, { maxLength: depth === 2 ? 5 : 3 });
}

/** Any flow with a valid `runAfter`: containers, parallel branches, failure paths, references between steps. */
export const anyFlow: fc.Arbitrary<Flow> = shapesOf(2).map((list) => {
  const counter = { next: 0 };
  return makeFlow(build(list, counter));
});

function build(shapes: Shape[], counter: { next: number }): Record<string, ActionDefinition> {
  const actions: Record<string, ActionDefinition> = {};
  const names: string[] = [];
  for (const shape of shapes) {
    const name = `Step_${counter.next}`;
    counter.next += 1;
    const before = names.length === 0 ? [] : shape.after.map((index) => names[index % names.length] ?? '');
    const runAfter = Object.fromEntries(before.map((each) => [each, shape.statuses]));
    const inputs =
      before[0] === undefined ? name : `@{outputs('${before[0].toUpperCase()}')?['body/x']} text`;
    actions[name] = { ...body(shape, inputs, counter), runAfter, unknown: { kept: true } };
    names.push(name);
  }
  return actions;
}

function body(shape: Shape, inputs: string, counter: { next: number }): ActionDefinition {
  switch (shape.kind) {
    case 'Scope':
      return { type: 'Scope', actions: build(shape.inner, counter) };
    case 'Foreach':
      return { type: 'Foreach', foreach: '@createArray(1)', actions: build(shape.inner, counter) };
    case 'If':
      return {
        type: 'If',
        expression: { equals: [inputs, ''] },
        actions: build(shape.inner, counter),
        else: { actions: build(shape.other, counter) },
      };
    default:
      return { type: 'Compose', inputs };
  }
}
