// Where a person should look first: the step at the bottom of a run's failure, or the call that waits for a decision.
import type { Database } from '@/db/client';
import { findFirstFailed, findFirstInDoubt, readLoopItems } from '@/db/queries/run-iteration';
import type { RunRow } from '@/db/queries/run-list';
import { findRecord } from '@/db/queries/run-record';
import { listDecisive } from '@/lib/engine/decisive-steps';
import {
  type ActionFault,
  type IterationStep,
  readIterationPath,
  toIterationPath,
} from '@/lib/engine/record';
import type { FlowDefinition } from '@/lib/flow/definition';
import { findAction, isContainer, isLoop } from '@/lib/flow/tree';
import { isJsonObject, type JsonValue } from '@/lib/json';
import { iterationPrefix } from './iterations';
import type { TroubleView } from './run-view';

const itemCharacters = 60;

export function findTrouble(
  database: Database,
  run: RunRow,
  definition: FlowDefinition,
): TroubleView | undefined {
  if (run.errorAction !== null) {
    const at = descend(database, run, definition, { name: run.errorAction, iteration: [] });
    return describe(database, run, at, 'failed');
  }
  const waiting = run.inDoubt > 0 ? findFirstInDoubt(database, run.number) : undefined;
  if (waiting === undefined) return undefined;
  const at = { name: waiting.name, iteration: readIterationPath(waiting.path ?? '') };
  return describe(database, run, at, 'in-doubt');
}

interface Place {
  name: string;
  iteration: IterationStep[];
}

/** From a container that failed to the first step in it that made it fail, and so on down. */
function descend(database: Database, run: RunRow, definition: FlowDefinition, from: Place): Place {
  let at = from;
  for (;;) {
    const action = findAction(definition, at.name)?.action;
    if (action === undefined || !isContainer(action)) return at;
    const names = {
      failed: listDecisive(definition, at.name, 'Failed'),
      timedOut: listDecisive(definition, at.name, 'TimedOut'),
    };
    const inside = isLoop(action)
      ? { prefix: iterationPrefix(at.iteration, at.name) }
      : { path: toIterationPath(at.iteration) };
    const found = findFirstFailed(database, run.number, { ...names, ...inside });
    if (found === undefined) return at;
    at = { name: found.name, iteration: readIterationPath(found.path ?? '') };
  }
}

function describe(database: Database, run: RunRow, at: Place, kind: TroubleView['kind']): TroubleView {
  const record = findRecord(database, run.number, { name: at.name, path: toIterationPath(at.iteration) });
  const fault = record?.error ? (JSON.parse(record.error) as ActionFault) : undefined;
  const item = readItem(database, run, at.iteration);
  return {
    kind,
    ...at,
    message: fault?.message ?? run.errorMessage ?? '',
    ...(item !== undefined && { item }),
  };
}

/** The item of the innermost loop, in a few characters. */
function readItem(database: Database, run: RunRow, iteration: readonly IterationStep[]): string | undefined {
  const innermost = iteration.at(-1);
  if (innermost === undefined) return undefined;
  const path = toIterationPath(iteration.slice(0, -1));
  const loop = findRecord(database, run.number, { name: innermost.loop, path });
  const item = loop && readLoopItems(database, loop.key, innermost.index).item;
  return item === null || item === undefined ? undefined : itemText(JSON.parse(item) as JsonValue);
}

/** How a person knows an item again: the value itself, or of an object the first thing that it says. */
function itemText(item: JsonValue): string {
  if (Array.isArray(item)) return `list of ${item.length}`;
  if (!isJsonObject(item)) return cut(String(item));
  const first = Object.entries(item).find(
    ([, value]) => typeof value === 'string' || typeof value === 'number',
  );
  return first === undefined ? 'object' : cut(`${first[0]} ${first[1]}`);
}

function cut(text: string): string {
  return text.length <= itemCharacters ? text : `${text.slice(0, itemCharacters - 1)}…`;
}
