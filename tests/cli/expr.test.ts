// `flowright expr`: values, errors with their place, contexts and tables of cases, as a process.
import { beforeAll, describe, expect, it } from 'vitest';
import { sharedFolder } from '../support/shared-folder';
import { buildCommandLine, flowright, flowrightJson, writeFiles } from './command-line';

describe('expr', () => {
  beforeAll(buildCommandLine, 120_000);

  it.each([
    ['@add(1,2)', '{"value":3,"type":"integer"}'],
    ["@concat('a', 'b')", '{"value":"ab","type":"string"}'],
    ['sum: @{add(1,2)}', '{"value":"sum: 3","type":"string"}'],
    ['plain', '{"value":"plain","type":"string"}'],
    ['@@plain', '{"value":"@plain","type":"string"}'],
    ['', '{"value":"","type":"string"}'],
    ['@null', '{"value":null,"type":"null"}'],
    ['@equals(1, 1)', '{"value":true,"type":"boolean"}'],
    ['@createArray(1, 2)', '{"value":[1,2],"type":"array"}'],
    ['@json(\'{"a":9007199254740993}\')', '{"value":{"a":9007199254740993},"type":"object"}'],
  ])('works out %j as one document', async (template, document) => {
    const ended = await flowright(['expr', template]);
    expect(ended).toEqual({ code: 0, stdout: `${document}\n`, stderr: '' });
  });

  it.each([
    ['@add(', 5, 5],
    ['@nosuch(1)', 1, 7],
    ["@variables('none')", 1, 18],
    ['x @{div(1, 0)}', 4, 13],
  ])('says where %j fails', async (template, start, end) => {
    const { code, json, stderr } = await flowrightJson(['expr', template]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(json).toEqual({
      error: { code: expect.stringMatching(/^EXPR\d+$/), message: expect.any(String), at: { start, end } },
    });
  });

  it('reads a context in the form of a case', async () => {
    const cwd = writeFiles({
      'context.json': {
        now: '2026-03-01T00:00:00Z',
        variables: { Total: 4 },
        actions: { Look: { name: 'Look', status: 'Succeeded', outputs: { body: { id: 7 } } } },
        item: { name: 'x' },
      },
    });
    const template = "@concat(variables('total'), body('Look')?['id'], item()?['name'], utcNow('yyyy'))";
    const { json } = await flowrightJson(['expr', template, '--context', 'context.json'], { cwd });
    expect(json).toEqual({ value: '47x2026', type: 'string' });
  });

  it('judges a table of cases with one object', async () => {
    const cases = [
      { id: 'good', expr: '@add(1,2)', expect: 3 },
      { id: 'wrong', expr: '@add(1,2)', expect: 4 },
      { id: 'fails', expr: '@div(1,0)', error: true },
      { id: 'either', expr: '@first(createArray(1))', oneOf: [1, 2] },
    ];
    const cwd = writeFiles({ 'bad.json': cases, 'good.json': [cases[0]] });
    const bad = await flowrightJson(['expr', '--cases', 'bad.json'], { cwd });
    expect(bad).toMatchObject({ code: 1, stderr: '' });
    expect(bad.json).toEqual({
      passed: 3,
      failed: 1,
      cases: [
        { id: 'good', result: 'pass' },
        { id: 'wrong', result: 'fail', got: 3, want: { expect: 4 } },
        { id: 'fails', result: 'pass' },
        { id: 'either', result: 'pass' },
      ],
    });
    const good = await flowrightJson(['expr', '--cases', 'good.json', '--json'], { cwd });
    expect(good).toMatchObject({ code: 0, json: { passed: 1, failed: 0 } });
  });

  it('is used wrongly without a template, and with files that do not serve', async () => {
    const cwd = writeFiles({ 'broken.json': '{', 'list.json': [], 'object.json': {} });
    const uses = [
      ['expr'],
      ['expr', '@a', '@b'],
      ['expr', '@null', '--context', 'missing.json'],
      ['expr', '@null', '--context', 'broken.json'],
      ['expr', '@null', '--context', 'list.json'],
      ['expr', '--cases', 'object.json'],
    ];
    for (const words of uses) {
      const ended = await flowright(words, { cwd });
      expect([words, ended.code, ended.stdout]).toEqual([words, 2, '']);
      expect(ended.stderr).not.toBe('');
    }
  });
});

const shared = sharedFolder();

describe.skipIf(!shared)('expr on the shared table', () => {
  beforeAll(buildCommandLine, 120_000);

  it('judges every case', async () => {
    const { json } = await flowrightJson(['expr', '--cases', `${shared}data/expressions.json`]);
    const { passed, failed, cases } = Object(json);
    console.log(`expr --cases: ${passed} passed, ${failed} failed`);
    expect(passed + failed).toBe(cases.length);
    expect(passed).toBeGreaterThan(0);
  });
});
