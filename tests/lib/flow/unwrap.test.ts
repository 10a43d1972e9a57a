// Finding a flow in the wrappers it is exported in, and the command that checks files.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFile, checkText } from '@/cli/flow-check';
import { parseFlow, unwrapFlow } from '@/lib/flow/unwrap';
import type { JsonValue } from '@/lib/json';
import { buttonTrigger, compose } from '../../support/flows';

const definition = { triggers: { manual: buttonTrigger }, actions: { A: compose(1) } };

describe('unwrapping a flow', () => {
  it.each<[string, JsonValue, string]>([
    ['bare', definition, ''],
    ['with a definition', { definition, kind: 'Stateful' }, '/definition'],
    [
      'with properties',
      { name: 'x', properties: { displayName: 'My flow', definition } },
      '/properties/definition',
    ],
    [
      'in a deployment template',
      { resources: [{ type: 'other' }, { properties: { definition } }] },
      '/resources/1/properties/definition',
    ],
  ])('finds it %s', (_, document, at) => {
    expect(unwrapFlow(document)).toMatchObject({ ok: true, at, flow: { definition } });
  });

  it('knows the name, the references and where it is from', () => {
    const connectionReferences = {
      shared_a: { id: '/providers/Microsoft.PowerApps/apis/shared_a', connectionName: 'x' },
      shared_b: { api: { name: 'shared_b' }, connection: {} },
    };
    expect(
      unwrapFlow({ properties: { displayName: 'My flow', definition, connectionReferences } }),
    ).toMatchObject({
      name: 'My flow',
      flow: {
        origin: 'power-automate',
        connectionReferences: {
          shared_a: { apiId: '/providers/Microsoft.PowerApps/apis/shared_a' },
          shared_b: { apiId: '/providers/Microsoft.PowerApps/apis/shared_b' },
        },
      },
    });
    expect(unwrapFlow({ definition, kind: 'Stateless' })).toMatchObject({ flow: { origin: 'logic-apps' } });
    expect(unwrapFlow(definition)).toMatchObject({ flow: { origin: 'flowright' } });
  });

  it.each<[string, string, string]>([
    ['no JSON', '{"actions": {', 'Line 1, column'],
    ['a list', '[]', 'is not a flow'],
    ['another document', '{"swagger":"2.0"}', 'is not a flow'],
    ['actions that are a list', '{"actions":[]}', 'is not a flow'],
    ['nothing', '', 'Line 1'],
    ['very deep nesting', `{"actions":${'['.repeat(5000)}`, 'nested'],
  ])('refuses %s with a reason', (_, text, reason) => {
    const read = parseFlow(text);
    expect(read.ok).toBe(false);
    expect(!read.ok && read.problems[0]?.message).toContain(reason);
  });

  it('reads past a byte order mark', () => {
    expect(parseFlow(`\ufeff${JSON.stringify(definition)}`).ok).toBe(true);
  });
});

describe('flow check', () => {
  it('counts, and says what runs do not know', () => {
    const actions = { S: { type: 'Scope', actions: { L: { type: 'Liquid', inputs: "@appsetting('x')" } } } };
    expect(
      checkText('x.json', JSON.stringify({ properties: { definition: { ...definition, actions } } })),
    ).toMatchObject({
      path: 'x.json',
      ok: true,
      triggers: 1,
      actions: 2,
      unsupported: ['Liquid', 'appsetting()'],
      problems: [
        {
          code: 'FLOW1010',
          severity: 'warning',
          at: '/properties/definition/actions/S/actions/L',
          action: 'L',
        },
        { code: 'FLOW2004', severity: 'warning' },
      ],
    });
  });

  it('never throws: files that are absent or broken are reports', () => {
    const folder = mkdtempSync(join(tmpdir(), 'flow-check-'));
    try {
      const broken = join(folder, 'broken.json');
      writeFileSync(broken, '{');
      expect([checkFile(broken), checkFile(join(folder, 'none.json')), checkFile(folder)]).toMatchObject([
        { ok: false, problems: [{ code: 'FLOW0002' }] },
        { ok: false, problems: [{ code: 'FLOW0005' }] },
        { ok: false, problems: [{ code: 'FLOW0005' }] },
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
