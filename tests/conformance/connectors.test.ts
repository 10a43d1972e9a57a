// Every published connector package at hand goes through `connector check`: none may throw, and the count is printed.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SwaggerParser from '@apidevtools/swagger-parser';
import { Command } from 'commander';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ConnectorReport, checkPaths, register } from '@/cli/connector-check';
import type { Connector } from '@/lib/connector/model';
import { errorsOf } from '@/lib/connector/operation-errors';
import { decodeDefinition, parseDefinition } from '@/lib/connector/parse-definition';
import { readConnector } from '@/lib/connector/read-connector';
import { sharedFolder } from '../support/shared-folder';

const shared = sharedFolder();

function readPackage(folder: string): Connector {
  const file = readdirSync(folder).find((name) => /defin|swagger/i.test(name)) ?? '';
  const parsed = parseDefinition(decodeDefinition(readFileSync(join(folder, file))).text, file);
  const connector = parsed.ok ? readConnector(parsed.document).connector : undefined;
  if (!connector) throw new Error(`${folder} does not read`);
  return connector;
}
const minutes = 5 * 60_000;

describe.skipIf(!shared)('published connector packages', () => {
  let reports: ConnectorReport[] = [];
  beforeAll(() => {
    reports = checkPaths([`${shared}data/connectors`]);
  }, minutes);

  it('are all read or refused with a reason', () => {
    const refused = reports.filter(({ ok }) => !ok);
    const repaired = reports.filter(({ ok, repairs }) => ok && repairs.length > 0);
    console.log(
      `connector check: ${reports.length - refused.length} of ${reports.length} packages read, ${repaired.length} with repairs`,
    );
    for (const { path, problems } of refused)
      console.log(`  refused ${path.split('/').at(-1)}: ${problems[0]?.message}`);
    expect(reports).toHaveLength(525);
    expect(refused.map(({ path }) => path.split('/').at(-1))).toEqual([
      'certified__CognitiveServicesTextAnalytics',
      'independent__De-Lijn',
      'independent__Icon-Horse',
    ]);
    expect(refused.every(({ problems }) => problems.length > 0)).toBe(true);
    for (const report of reports) {
      expect(report.operations).toBe(report.actions + report.triggers);
      for (const problem of report.problems) expect(problem.at).toMatch(/^(\/|$)/);
    }
  });

  it('have few operations that an error keeps from being called', { timeout: minutes }, () => {
    const codes = new Map<string, number>();
    let operations = 0;
    let blocked = 0;
    for (const { path } of reports.filter(({ ok }) => ok)) {
      const connector = readPackage(path);
      for (const { id } of connector.operations) {
        const rules = new Set(errorsOf(connector, id).map(({ code, rule }) => `${code} ${rule}`));
        operations += 1;
        if (rules.size > 0) blocked += 1;
        for (const rule of rules) codes.set(rule, (codes.get(rule) ?? 0) + 1);
      }
    }
    console.log(`errors block ${blocked} of ${operations} operations`);
    for (const [rule, count] of [...codes].sort(([, left], [, right]) => right - left))
      console.log(`  ${rule}: ${count}`);
    expect(operations).toBeGreaterThan(8_000);
    expect(blocked / operations).toBeLessThan(0.01);
  });

  it('report one warning and one note for the exercise file, whatever the number of hints', () => {
    const [report] = checkPaths([`${shared}data/contoso/triggers.openapi.json`]);
    const glyphs = report?.problems.filter(({ severity }) => severity !== 'hint');
    expect(glyphs).toMatchObject([
      { severity: 'warning', at: '/paths/~1GetInvoice/get/summary' },
      { severity: 'info', at: '/paths/~1PayInvoice/post/description' },
    ]);
    expect(report).toMatchObject({
      ok: true,
      dialect: '2.0',
      name: 'ContosoInvoicing',
      operations: 9,
      actions: 9,
      triggers: 0,
      schemas: 7,
      repairs: [],
    });
  });

  it('agree with another reader on the number of operations', { timeout: minutes }, async () => {
    const clean = reports.filter(({ ok, repairs }) => ok && repairs.length === 0);
    let compared = 0;
    for (const report of clean.slice(0, 100)) {
      const parsed = await SwaggerParser.parse(`${report.path}/apiDefinition.swagger.json`).catch(
        () => undefined,
      );
      if (!parsed?.paths) continue;
      const methods = /^(get|put|post|delete|options|head|patch)$/;
      const count = Object.values(parsed.paths).flatMap((item) =>
        Object.keys(item ?? {}).filter((key) => methods.test(key)),
      ).length;
      expect(report.operations, report.path).toBe(count);
      compared += 1;
    }
    console.log(`second opinion: ${compared} packages agree`);
    expect(compared).toBeGreaterThan(90);
  });
});

describe('connector check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'connector-check-'));
  const write = (name: string, text: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const minimal = '{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{}}';

  it('keeps the order given and never throws', () => {
    const paths = [
      write('b.json', minimal),
      join(folder, 'absent.json'),
      write('a.yaml', 'openapi: 3.0.3\ninfo: {title: Y, version: "1"}\npaths: {}\n'),
      write('list.json', '[1]'),
      write('empty.json', ''),
      write('bytes.json', new Uint8Array([0, 1, 2, 255])),
      write('deep.json', '['.repeat(1_000_000)),
      write('large.json', `{"a":"${'x'.repeat(6_000_000)}"}`),
      write(
        'types.json',
        '{"swagger":2,"info":[],"paths":{"/a":{"get":{"parameters":{},"responses":[],"summary":7}},"/b":null},"schemes":"x","security":{}}',
      ),
    ];
    const reports = checkPaths(paths);
    expect(reports.map(({ path }) => path)).toEqual(paths);
    expect(reports.map(({ ok }) => ok)).toEqual([true, false, true, false, false, false, false, false, true]);
    expect(reports[2]).toMatchObject({ dialect: '3.0', name: 'Y' });
  });

  it('finds packages below a folder, one element each', () => {
    for (const name of ['z', 'y']) {
      mkdirSync(join(folder, 'packages', name), { recursive: true });
      write(`packages/${name}/apiDefinition.swagger.json`, minimal);
      write(`packages/${name}/apiProperties.json`, '{"properties":{"iconBrandColor":"#123456"}');
    }
    const reports = checkPaths([join(folder, 'packages')]);
    expect(reports.map(({ path }) => path.slice(-1))).toEqual(['y', 'z']);
    expect(reports[0]?.repairs).toMatchObject([{ code: 'CONN1105' }]);
  });

  it('prints one JSON document and says by the exit code whether all is well', async () => {
    const printed: string[] = [];
    const log = console.log;
    console.log = (text: string) => printed.push(text);
    const before = process.exitCode;
    try {
      const program = new Command();
      register(program);
      await program.parseAsync(['connector', 'check', join(folder, 'absent.json'), '--json'], {
        from: 'user',
      });
      expect(process.exitCode).toBe(1);
    } finally {
      console.log = log;
      process.exitCode = before;
    }
    const reports: ConnectorReport[] = JSON.parse(printed.join('\n'));
    expect(reports).toMatchObject([{ ok: false, operations: 0, repairs: [] }]);
  });
});
