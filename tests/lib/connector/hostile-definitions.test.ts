// Files made to keep a reader busy: reading, checking and listing one takes time in proportion to its length, or it is
// refused. Measured is the processor's time, and only that twice the input takes no more than three times as long.
import { expect, it } from 'vitest';
import { checkConnector } from '@/lib/connector/check-connector';
import { errorsOf } from '@/lib/connector/operation-errors';
import { toCompactEntries } from '@/lib/connector/palette/entries';
import { parseDefinition } from '@/lib/connector/parse-definition';
import { readConnector } from '@/lib/connector/read-connector';
import type { JsonObject } from '@/lib/json';

const repeat = (part: string, size: number): string => part.repeat(Math.ceil(size / part.length));
const numbered = (count: number, part: (index: number) => [string, unknown]): object =>
  Object.fromEntries(Array.from({ length: Math.round(count) }, (_, index) => part(index)));
const swagger = (more: object): string =>
  JSON.stringify({ swagger: '2.0', info: { title: 'T' }, host: 'a.test', ...more });
const operation = (more: object = {}): object => ({
  operationId: 'A',
  summary: 'Do it',
  responses: { 200: { description: 'ok' } },
  ...more,
});
const one = (more: object): string => swagger({ paths: { '/a': { post: operation(more) } } });
const open = '{"swagger":"2.0","host":"a.test","paths":{},"x":';
const yaml = 'openapi: 3.0.0\npaths: {}\nx:';

/** Schemas that all refer to all: `size` counts references. */
function web(size: number, member: (refs: JsonObject[]) => object): string {
  const count = Math.round(Math.sqrt(size / 40));
  const ref = (index: number): JsonObject => ({ $ref: `#/definitions/D${index % count}` });
  const refs = Array.from({ length: count }, (_, index) => ref(index));
  const call = (index: number): object =>
    operation({
      operationId: `O${index}`,
      parameters: [{ name: 'body', in: 'body', schema: ref(index) }],
      responses: { 200: { description: 'ok', schema: ref(index) } },
    });
  return swagger({
    paths: numbered(200, (index) => [`/p${index}`, { post: call(index) }]),
    definitions: numbered(count, (index) => [`D${index}`, member(refs)]),
  });
}

const files: [string, string, (size: number) => string][] = [
  ['keys that stand twice', 'a.json', (size) => `${open}{${repeat('"a":1,', size)}"a":1}}`],
  [
    'keys that stand twice, in each other',
    'a.json',
    (size) => `${open}${'{"a":'.repeat(90)}"${repeat('x', size)}"${',"a":1}'.repeat(90)}}`,
  ],
  ['comments', 'a.json', (size) => `${open}1${repeat('//\n', size)}}`],
  ['a comment that never ends', 'a.json', (size) => `${open}1${repeat('/* ', size)}`],
  ['tabs in a text', 'a.json', (size) => `${open}"${repeat('\t', size)}"}`],
  ['55 missing commas', 'a.json', (size) => `${open}[${repeat('1,', size)}1${' 1'.repeat(55)}]}`],
  ['commas before brackets', 'a.json', (size) => `${open}[${repeat('[1,],', size)}1]}`],
  ['missing colons', 'a.json', (size) => `${open}{${repeat('"a" 1,', size)}"a":1}}`],
  ['words without quotes', 'a.json', (size) => `${open}[${repeat('a ', size)}]}`],
  ['a root that ends again and again', 'a.json', (size) => `${open}1}${repeat(',"a":1}', size)}`],
  ['quotes in YAML', 'a.yaml', (size) => `${yaml} ${repeat('"', size)}`],
  ['a list in YAML', 'a.yaml', (size) => `${yaml}\n${repeat('  - a\n', size)}`],
  ['brackets in YAML', 'a.yaml', (size) => `${yaml} [${repeat('[],', size)}]`],
  ['aliases in YAML', 'a.yaml', (size) => `y: &a [b]\n${yaml}\n${repeat('  - *a\n', size)}`],
  ['an operation ID of one word', 'a.json', (size) => one({ operationId: repeat('A', size), summary: '' })],
  [
    'a parameter name of one word',
    'a.json',
    (size) => one({ parameters: [{ name: repeat('A', size), in: 'query', type: 'string' }] }),
  ],
  [
    'a property name of one word',
    'a.json',
    (size) => one({ responses: { 200: { schema: { properties: { [repeat('A', size)]: {} } } } } }),
  ],
  [
    'misspelt extensions',
    'a.json',
    (size) => one(numbered(size / 20, (index) => [`x-ms-summari${index}`, 1])),
  ],
  [
    'path parameters of 3.x',
    'a.json',
    (size) =>
      JSON.stringify({
        openapi: '3.0.0',
        paths: {
          '/a': {
            get: operation({
              parameters: Object.values(
                numbered(size / 70, (index) => [
                  `${index}`,
                  { name: `p${index}`, in: 'path', required: true, schema: { type: 'string' } },
                ]),
              ),
            }),
          },
        },
      }),
  ],
  [
    'operations without ID',
    'a.json',
    (size) =>
      swagger({ paths: numbered(size / 15, (index) => [`/-${'-'.repeat(index % 7)}${index}`, { get: {} }]) }),
  ],
  [
    'a chain of references',
    'a.json',
    (size) =>
      swagger({
        paths: {},
        definitions: numbered(size / 40, (index) => [`d${index}`, { $ref: `#/definitions/d${index + 1}` }]),
      }),
  ],
  [
    'schemas that all refer to all',
    'a.json',
    (size) =>
      web(size, (refs) => ({
        type: 'object',
        properties: Object.fromEntries(refs.map((ref, index) => [`p${index}`, ref])),
      })),
  ],
  ['schemas that all include all', 'a.json', (size) => web(size, (refs) => ({ allOf: refs }))],
  ['schemas that are any of all', 'a.json', (size) => web(size, (refs) => ({ anyOf: refs }))],
];

/** Processor time in milliseconds to read, check and list a file. */
function measure(text: string, fileName: string): { time: number; outcome: string } {
  const before = process.cpuUsage();
  const parsed = parseDefinition(text, fileName);
  const read = parsed.ok ? readConnector(parsed.document) : undefined;
  const connector = read?.connector;
  if (connector) {
    checkConnector(connector);
    toCompactEntries(connector, { apiId: 'x', name: 'x' });
    for (const { id } of connector.operations.slice(0, 3)) errorsOf(connector, id);
  }
  const { user, system } = process.cpuUsage(before);
  const outcome = connector ? 'read' : 'refused';
  return { time: (user + system) / 1_000, outcome };
}

const noise = 400;

it.each(files)('%s take time in proportion', { timeout: 240_000 }, (name, fileName, write) => {
  // The first of two measurements pays for warming up as well, so it is never too small.
  const [small, large] = [1_000_000, 2_000_000].map((size) => measure(write(size), fileName));
  if (!small || !large) throw new Error('nothing was measured');
  console.log(
    `${name}: ${large.outcome}, 1 MB in ${Math.round(small.time)} ms, 2 MB in ${Math.round(large.time)} ms`,
  );
  expect(large.time).toBeLessThan(3 * small.time + noise);
});
