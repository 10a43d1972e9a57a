// How the iterations of one loop stand, as a screen asks for them: spans of equal states, so that 100,000 iterations that
// went alike are one entry.

/** From the best to the worst. */
export const iterationStates = ['Succeeded', 'Cancelled', 'Running', 'Failed', 'InDoubt'] as const;

export type IterationState = (typeof iterationStates)[number];

/** Neighbouring iterations of one state. */
export interface IterationSpan {
  state: IterationState;
  /** Index of the first one, from 0. */
  from: number;
  count: number;
}

/** Joins the states of iterations, in order of their indices, to spans. */
export function toSpans(states: Iterable<{ index: number; state: IterationState }>): IterationSpan[] {
  const spans: IterationSpan[] = [];
  for (const { index, state } of states) {
    const last = spans.at(-1);
    if (last?.state === state && last.from + last.count === index) last.count += 1;
    else spans.push({ state, from: index, count: 1 });
  }
  return spans;
}

/** The nearest iteration of a state after an index (`direction` 1) or before it (-1). */
export function findNext(
  spans: readonly IterationSpan[],
  state: IterationState,
  { from, direction }: { from: number; direction: 1 | -1 },
): number | undefined {
  const matching = spans.filter((span) => span.state === state);
  if (direction === 1) {
    const span = matching.find((each) => each.from + each.count - 1 > from);
    return span && Math.max(span.from, from + 1);
  }
  const span = matching.findLast((each) => each.from < from);
  return span && Math.min(span.from + span.count, from) - 1;
}

/** How many iterations stand so. */
export function countIterations(spans: readonly IterationSpan[], state: IterationState): number {
  return spans.reduce((sum, span) => (span.state === state ? sum + span.count : sum), 0);
}

/**
 * The states of a loop of `total` iterations as at most `most` cells in a row; a cell shows the worst of the iterations
 * it stands for, and is undefined where none of them began.
 */
export function toCells(
  spans: readonly IterationSpan[],
  total: number,
  most: number,
): (IterationState | undefined)[] {
  const length = Math.min(total, most);
  const cells = new Array<IterationState | undefined>(length).fill(undefined);
  const cellOf = (index: number) => Math.floor((index * length) / total);
  for (const { state, from, count } of spans) {
    for (let cell = cellOf(from); cell <= cellOf(from + count - 1) && cell < length; cell += 1)
      cells[cell] = worse(cells[cell], state);
  }
  return cells;
}

function worse(a: IterationState | undefined, b: IterationState): IterationState {
  return a !== undefined && iterationStates.indexOf(a) > iterationStates.indexOf(b) ? a : b;
}
