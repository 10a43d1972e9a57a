// Whole definitions as data: the expected status of each action and of the run.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Flow, FlowDefinition } from '@/lib/flow/definition';
import { runFlow } from '../lib/engine/run-flow';
import { sharedFolder } from '../support/shared-folder';

interface Case {
  id: string;
  definition?: FlowDefinition;
  expect: { run?: string; actions?: Record<string, string> };
}

/** Cases whose point lies in a type that is not there yet. Others only use such a type as “an action that fails”. */
const later: Record<string, string> = { spliton: 'splitOn', 'until-counter': 'Until' };

const folder = sharedFolder();

describe.skipIf(!folder)('the conformance cases of whole runs', () => {
  const cases: Case[] = folder ? JSON.parse(readFileSync(`${folder}data/runs-conformance.json`, 'utf8')) : [];
  console.log(
    `runs-conformance: ${cases.length - Object.keys(later).length} cases run; later work: ${Object.entries(
      later,
    )
      .map(([id, needs]) => `${id} (${needs})`)
      .join(', ')}`,
  );

  it.each(cases.filter((each) => !(each.id in later)))('$id', ({ id, definition, expect: wanted }) => {
    if (definition === undefined) throw new Error(`${id} has no definition`);
    const flow: Flow = { definition, connectionReferences: {}, origin: 'logic-apps' };
    const run = runFlow(flow);
    expect(run.status).toBe(wanted.run);
    expect(run.statuses).toMatchObject(wanted.actions ?? {});
  });
});
