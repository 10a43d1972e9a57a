// Faults of a random kind at random places of real files, the same ones in each run: a file is read whole, or refused with
// line and column, or every operation that is missing is told.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { checkConnector } from '@/lib/connector/check-connector';
import type { Operation } from '@/lib/connector/model';
import { parseDefinition } from '@/lib/connector/parse-definition';
import { readConnector } from '@/lib/connector/read-connector';
import type { JsonObject } from '@/lib/json';
import { openApiDocument } from '@/samples/contoso-invoicing/openapi';
import { swaggerDocument } from '@/samples/contoso-invoicing/swagger';
import { sharedFolder } from '../../support/shared-folder';

type Random = (below: number) => number;

/** Mulberry32: small, good enough to choose places, and the same everywhere. */
function seeded(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const marks = '{}[],"';

function oneOfLines(text: string, random: Random, change: (lines: string[], at: number) => void): string {
  const lines = text.split('\n');
  change(lines, random(lines.length));
  return lines.join('\n');
}

const faults: Record<string, (text: string, random: Random) => string> = {
  'a line deleted': (text, random) => oneOfLines(text, random, (lines, at) => lines.splice(at, 1)),
  'a line twice': (text, random) =>
    oneOfLines(text, random, (lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  'a mark deleted': (text, random) => {
    const at = Array.from(text.matchAll(/[{}[\],:"]/g), ({ index }) => index);
    const index = at[random(at.length)] ?? 0;
    return text.slice(0, index) + text.slice(index + 1);
  },
  'a mark inserted': (text, random) => {
    const index = random(text.length);
    return text.slice(0, index) + marks[random(marks.length)] + text.slice(index);
  },
};

function realFiles(): [string, JsonObject][] {
  const samples: [string, JsonObject][] = [
    ['contoso 2.0', JSON.parse(JSON.stringify(swaggerDocument('127.0.0.1:5080')))],
    ['contoso 3.1', JSON.parse(JSON.stringify(openApiDocument('127.0.0.1:5080')))],
  ];
  const shared = sharedFolder();
  const folders = shared
    ? readdirSync(`${shared}data/connectors`).filter((_, index) => index % 90 === 30)
    : [];
  const published = folders.map((folder): [string, JsonObject] => [
    folder,
    JSON.parse(readFileSync(`${shared}data/connectors/${folder}/apiDefinition.swagger.json`, 'utf8')),
  ]);
  return [...samples, ...published.filter(([, document]) => JSON.stringify(document).length < 60_000)];
}

/** Operations of the whole file that the damaged one lacks, and that no repair or error names. */
function listUntold(text: string, fileName: string, whole: readonly Operation[]): string[] | 'refused' {
  const parsed = parseDefinition(text, fileName);
  if (!parsed.ok) {
    expect(parsed.problems[0]).toMatchObject({ position: { line: expect.any(Number) } });
    return 'refused';
  }
  const { connector, problems, repairs } = readConnector(parsed.document);
  const errors = [...problems, ...(connector ? checkConnector(connector) : [])].filter(
    ({ severity }) => severity === 'error',
  );
  const read = new Set(connector?.operations.flatMap(({ id, method, path }) => [id, `${method} ${path}`]));
  const missing = whole.filter(({ id, method, path }) => !read.has(id) && !read.has(`${method} ${path}`));
  const said = [...parsed.repairs, ...repairs, ...errors].map(({ message }) => message).join('\n');
  const isEmpty = read.size === 0 && errors.length > 0;
  return isEmpty ? [] : missing.map(({ id }) => id).filter((id) => !said.includes(id));
}

describe('a damaged definition', () => {
  const forms: [string, (document: JsonObject) => string][] = [
    ['a.json', (document) => JSON.stringify(document, null, 2)],
    ['b.json', (document) => JSON.stringify(document)],
    ['c.yaml', (document) => stringify(document)],
  ];
  it.each(Object.keys(faults))(
    'with %s never loses an operation without a word',
    { timeout: 120_000 },
    (kind) => {
      const random = seeded(kind.length);
      const counts = { read: 0, refused: 0 };
      for (const [name, document] of realFiles()) {
        const whole = readConnector(document).connector?.operations ?? [];
        for (const [fileName, write] of forms) {
          const text = write(document);
          if (kind.includes('line') && !text.includes('\n')) continue;
          for (let round = 0; round < 15; round += 1) {
            const once = faults[kind]?.(text, random) ?? text;
            const damaged = round % 3 === 0 ? (faults[kind]?.(once, random) ?? once) : once;
            const untold = listUntold(damaged, fileName, whole);
            if (untold === 'refused') counts.refused += 1;
            else {
              expect(untold, `${name} as ${fileName}, round ${round}`).toEqual([]);
              counts.read += 1;
            }
          }
        }
      }
      console.log(`${kind}: ${counts.read} damaged files read, ${counts.refused} refused`);
      expect(counts.read).toBeGreaterThan(0);
    },
  );

  it('with one mark deleted or turned into another keeps every part, or is refused', {
    timeout: 120_000,
  }, () => {
    const [, document] = realFiles()[0] ?? [];
    const text = JSON.stringify(document, null, 2);
    const whole = countParts(text);
    const counts = { read: 0, refused: 0 };
    for (const { 0: mark, index } of text.matchAll(/[{}[\],:"]/g)) {
      const others = '{}[]'.includes(mark) ? [...'{}[]'].filter((other) => other !== mark) : [];
      for (const other of ['', ...others]) {
        const parts = countParts(text.slice(0, index) + other + text.slice(index + 1));
        if (parts) expect(parts, `${mark} at ${index} became “${other}”`).toEqual(whole);
        counts[parts ? 'read' : 'refused'] += 1;
      }
    }
    console.log(`one mark: ${counts.read} damaged files read, ${counts.refused} refused`);
    expect(counts.read).toBeGreaterThan(300);
  });
});

function countParts(text: string): object | undefined {
  const parsed = parseDefinition(text);
  if (!parsed.ok) return undefined;
  const { connector } = readConnector(parsed.document);
  const operations = connector?.operations ?? [];
  return {
    operations: operations.length,
    parameters: operations.flatMap(({ parameters }) => parameters).length,
    responses: operations.flatMap(({ responses }) => responses).length,
    schemas: connector?.schemaCount,
  };
}
