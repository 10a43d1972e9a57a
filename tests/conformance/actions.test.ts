// Cases as data: one action, its inputs, what must come out. Types of later work are listed, not run.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isRunnable } from '@/lib/engine/plan';
import type { ActionDefinition } from '@/lib/flow/definition';
import type { JsonValue } from '@/lib/json';
import { runFlow, toFlow } from '../lib/engine/run-flow';
import { sharedFolder } from '../support/shared-folder';
import { toPlain } from './plain';

interface Case {
  id: string;
  action: ActionDefinition;
  inputs: { variables?: Record<string, JsonValue> };
  expect: { status: string; outputs?: JsonValue; variables?: Record<string, JsonValue>; branch?: string };
}

function typeOf(value: JsonValue): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'float';
  return typeof value === 'object' ? 'object' : typeof value;
}

const folder = sharedFolder();

describe.skipIf(!folder)('the conformance cases of single actions', () => {
  const cases: Case[] = folder
    ? JSON.parse(readFileSync(`${folder}data/actions-conformance.json`, 'utf8'))
    : [];
  const later = cases.filter((each) => !isRunnable(each.action.type));
  console.log(
    `actions-conformance: ${cases.length - later.length} cases run; ${later.length} need types of later work: ${[...new Set(later.map((each) => each.action.type))].join(', ')}`,
  );

  it.each(cases.filter((each) => isRunnable(each.action.type)))(
    '$id',
    ({ action, inputs, expect: wanted }) => {
      const actions: Record<string, unknown> = {};
      let previous: string | undefined;
      const chain = (name: string, definition: Record<string, unknown>) => {
        actions[name] = {
          ...definition,
          runAfter: previous === undefined ? {} : { [previous]: ['Succeeded'] },
        };
        previous = name;
      };
      for (const [name, value] of Object.entries(inputs.variables ?? {}))
        chain(`Init_${name}`, {
          type: 'InitializeVariable',
          inputs: { variables: [{ name, type: typeOf(value), value }] },
        });
      chain('Subject', action);
      const run = runFlow(toFlow(actions));
      expect(run.statuses.Subject).toBe(wanted.status);
      if (wanted.outputs !== undefined)
        expect(toPlain(run.records.Subject?.outputs ?? null)).toEqual(wanted.outputs);
      if (wanted.branch === 'actions') expect(run.statuses.Compose).toBe('Succeeded');
      for (const [name, value] of Object.entries(wanted.variables ?? {}))
        expect(toPlain(run.driver.state.variables.get(name)?.value ?? null)).toEqual(value);
    },
  );
});
