// `flowright connector check`: shapes, order and exit codes, as a process.
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sharedFolder } from '../support/shared-folder';
import { buildCommandLine, flowright, flowrightJson, writeFiles } from './command-line';

const clock = {
  swagger: '2.0',
  info: { title: 'World clock', description: 'Tells the time anywhere.', version: '1.0' },
  host: 'clock.example.com',
  basePath: '/',
  schemes: ['https'],
  consumes: ['application/json'],
  produces: ['application/json'],
  paths: {
    '/time': {
      get: {
        operationId: 'GetTime',
        summary: 'Get time',
        description: 'Gives the time of a city.',
        parameters: [],
        responses: {
          '200': { description: 'The time', schema: { $ref: '#/definitions/Time' } },
        },
      },
    },
  },
  definitions: {
    Time: { type: 'object', properties: { now: { type: 'string', description: 'The time', title: 'Now' } } },
  },
};

const members = [
  'path',
  'ok',
  'dialect',
  'name',
  'operations',
  'actions',
  'triggers',
  'schemas',
  'repairs',
  'problems',
];

function expectShape(report: unknown): void {
  expect(Object.keys(Object(report)).sort()).toEqual([...members].sort());
  for (const count of ['operations', 'actions', 'triggers', 'schemas'])
    expect(Number.isInteger(Object(report)[count])).toBe(true);
  for (const problem of Object(report).problems) {
    expect(Object.keys(problem).sort()).toEqual(['at', 'code', 'message', 'severity']);
    expect(problem.at).toMatch(/^(\/|$)/);
  }
}

describe('connector check', () => {
  beforeAll(buildCommandLine, 120_000);

  it('answers a file with an array of one report and exit code 0', async () => {
    const cwd = writeFiles({ 'clock.json': clock });
    const ended = await flowrightJson(['connector', 'check', 'clock.json', '--json'], { cwd });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.json).toMatchObject([
      {
        path: 'clock.json',
        ok: true,
        dialect: '2.0',
        name: 'World clock',
        operations: 1,
        actions: 1,
        triggers: 0,
        schemas: 1,
        repairs: [],
      },
    ]);
    for (const report of Object(ended.json)) expectShape(report);
  });

  it('reports several paths in the order given and the packages of a folder by name', async () => {
    const named = (title: string) => ({ ...clock, info: { ...clock.info, title } });
    const cwd = writeFiles({
      'single.json': named('Single'),
      'packages/b/apiDefinition.swagger.json': named('B'),
      'packages/a/apiDefinition.swagger.json': named('A'),
      'packages/a/apiProperties.json': { properties: { iconBrandColor: '#112233', capabilities: [] } },
    });
    const words = ['connector', 'check', '--json', 'packages/b', 'single.json', 'missing', 'packages'];
    const { code, json } = await flowrightJson(words, { cwd });
    const reports: { path: string; ok: boolean; name: string | null }[] = Object(json);
    expect(code).toBe(1);
    expect(reports.map(({ path, ok, name }) => [path, ok, name])).toEqual([
      ['packages/b', true, 'B'],
      ['single.json', true, 'Single'],
      ['missing', false, null],
      ['packages/a', true, 'A'],
      ['packages/b', true, 'B'],
    ]);
    for (const report of reports) expectShape(report);
  });

  it('says line and column of a broken file, keeps the shape, and ends with 1', async () => {
    const cwd = writeFiles({ 'broken.json': '{\n  "swagger": "2.0",\n  "paths": { "/a": { "get" 5' });
    const { code, json } = await flowrightJson(['connector', 'check', 'broken.json', '--json'], { cwd });
    expect(code).toBe(1);
    expect(json).toMatchObject([
      { path: 'broken.json', ok: false, dialect: null, name: null, operations: 0, schemas: 0 },
    ]);
    expectShape(Object(json)[0]);
    expect(Object(json)[0].problems[0].message).toMatch(/^Line 3, column \d+: /);
    expect(Object(json)[0].problems[0].severity).toBe('error');
  });

  it('reads YAML, a byte order mark and OpenAPI 3', async () => {
    const yaml =
      'openapi: 3.0.3\ninfo: { title: Tides, version: "1" }\nservers: [{ url: https://tides.example.com }]\npaths:\n  /now:\n    get:\n      operationId: Now\n      summary: Now\n      responses: { "200": { description: OK } }\n';
    const cwd = writeFiles({ 'tides.yaml': yaml, 'marked.json': `\ufeff${JSON.stringify(clock)}` });
    const { json } = await flowrightJson(['connector', 'check', '--json', 'tides.yaml', 'marked.json'], {
      cwd,
    });
    expect(json).toMatchObject([
      { ok: true, name: 'Tides', actions: 1 },
      { ok: true, name: 'World clock', actions: 1 },
    ]);
    expect(Object(json)[0].dialect).toMatch(/3\.0/);
    expect(Object(json)[1].repairs).toHaveLength(1);
  });

  it('ends with 1 when a connector that can be read has an error', async () => {
    const paths = { ...clock.paths, '/date': clock.paths['/time'] };
    const cwd = writeFiles({ 'twice.json': { ...clock, paths } });
    const { code, json } = await flowrightJson(['connector', 'check', 'twice.json', '--json'], { cwd });
    const severities: { severity: string }[] = Object(json)[0].problems;
    expect(severities.some(({ severity }) => severity === 'error')).toBe(true);
    expect(Object(json)[0].ok).toBe(true);
    expect(code).toBe(1);
  });

  it('prints lines for people without --json', async () => {
    const cwd = writeFiles({ 'clock.json': clock });
    const ended = await flowright(['connector', 'check', 'clock.json'], { cwd });
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('clock.json  World clock (2.0): 1 action, 0 triggers');
  });

  it('is used wrongly without a path or with an unknown option', async () => {
    for (const words of [
      ['connector', 'check'],
      ['connector', 'check', '--jsom', 'x'],
      ['connector', 'chek', 'x'],
    ]) {
      const ended = await flowright(words);
      expect(ended).toMatchObject({ code: 2, stdout: '' });
      expect(ended.stderr).toMatch(/error: /);
    }
  });
});

const shared = sharedFolder();

describe.skipIf(!shared)('connector check on the published packages', () => {
  beforeAll(buildCommandLine, 120_000);

  it('answers with one report per package of a folder', async () => {
    const names = [
      'certified__1Me-Corporate',
      'certified__365Training',
      'certified__3E-Events',
      'certified__AIForged',
    ];
    const folder = writeFiles({});
    mkdirSync(join(folder, 'packages'));
    for (const name of names)
      cpSync(`${shared}data/connectors/${name}`, join(folder, 'packages', name), { recursive: true });
    const { json, stderr } = await flowrightJson(['connector', 'check', '--json', 'packages'], {
      cwd: folder,
    });
    const reports: { path: string }[] = Object(json);
    expect(stderr).toBe('');
    expect(reports.map(({ path }) => path)).toEqual(names.map((name) => join('packages', name)));
    for (const report of reports) expectShape(report);
  });
});
