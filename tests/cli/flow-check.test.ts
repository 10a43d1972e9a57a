// `flowright flow check`: the three wrappers, shapes and exit codes, as a process.
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCommandLine, flowright, flowrightJson, writeFiles } from './command-line';

const definition = {
  $schema: 'https://schema.example/workflowdefinition.json#',
  contentVersion: '1.0.0.0',
  triggers: { manual: { type: 'Request', kind: 'Button', inputs: { schema: { type: 'object' } } } },
  actions: {
    Look: { type: 'Compose', inputs: 'a', runAfter: {} },
    Each: {
      type: 'Foreach',
      foreach: '@createArray(1)',
      actions: { Inside: { type: 'Compose', inputs: "@item('x')", runAfter: {} } },
      runAfter: { Look: ['Succeeded'] },
    },
  },
};

const good = { ...definition, actions: { Look: definition.actions.Look } };

const odd = {
  ...definition,
  actions: {
    Turn: { type: 'Until', expression: '@true', actions: {}, runAfter: {} },
    Word: { type: 'Compose', inputs: "@appsetting('a')", runAfter: {} },
    Guess: { type: 'If', expression: { and: [{ seemsLike: ['@own(1)', 1] }] }, actions: {}, runAfter: {} },
  },
};

describe('flow check', () => {
  beforeAll(buildCommandLine, 120_000);

  it('reads bare definitions and both wrappers, in the order given', async () => {
    const cwd = writeFiles({
      'bare.json': good,
      'wrapped.json': { definition: good },
      'resource.json': { properties: { definition: good, connectionReferences: {} } },
    });
    const files = ['resource.json', 'bare.json', 'wrapped.json'];
    const ended = await flowrightJson(['flow', 'check', '--json', ...files], { cwd });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.json).toEqual(
      files.map((path) => ({ path, ok: true, triggers: 1, actions: 1, unsupported: [], problems: [] })),
    );
  });

  it('counts actions inside containers and places problems by pointers from the top of the file', async () => {
    const cwd = writeFiles({ 'flow.json': { properties: { definition } } });
    const { code, json } = await flowrightJson(['flow', 'check', 'flow.json', '--json'], { cwd });
    const [report] = Object(json);
    expect(report).toMatchObject({ ok: true, triggers: 1, actions: 3 });
    expect(code).toBe(1);
    for (const problem of report.problems)
      expect(problem).toMatchObject({
        code: expect.any(String),
        severity: expect.any(String),
        at: expect.stringMatching(/^\/properties\/definition\//),
        message: expect.any(String),
      });
  });

  it('names types and functions that runs do not know', async () => {
    const cwd = writeFiles({ 'flow.json': odd });
    const { json } = await flowrightJson(['flow', 'check', 'flow.json', '--json'], { cwd });
    expect(Object(json)[0].unsupported).toEqual(['Until', 'appsetting()', 'own()', 'seemsLike()']);
  });

  it('answers for files that are missing, broken or no flow, and goes on', async () => {
    const cwd = writeFiles({ 'broken.json': '{\n "actions": {', 'list.json': [1], 'good.json': good });
    const words = ['flow', 'check', '--json', 'missing.json', 'broken.json', 'list.json', 'good.json'];
    const { code, json } = await flowrightJson(words, { cwd });
    expect(code).toBe(1);
    expect(Object(json).map((report: { ok: boolean }) => report.ok)).toEqual([false, false, false, true]);
    expect(Object(json)[1]).toEqual({
      path: 'broken.json',
      ok: false,
      triggers: 0,
      actions: 0,
      unsupported: [],
      problems: [
        {
          code: 'FLOW0002',
          severity: 'error',
          at: '',
          message: expect.stringMatching(/^Line 2, column \d+: /),
        },
      ],
    });
  });

  it('prints lines for people, and is used wrongly without a file', async () => {
    const cwd = writeFiles({ 'good.json': good });
    expect(await flowright(['flow', 'check', 'good.json'], { cwd })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('good.json: 1 trigger'),
    });
    expect(await flowright(['flow', 'check'])).toMatchObject({ code: 2, stdout: '' });
  });
});
