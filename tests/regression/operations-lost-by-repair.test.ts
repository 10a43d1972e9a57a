// A repair that closed a bracket at the wrong end moved paths out of `paths`, two keys of one name dropped an operation,
// and a rewrite put null where an operation stood: the import went on with the operations that were left.
import { expect, it } from 'vitest';
import { parseDefinition } from '@/lib/connector/parse-definition';

const definition = `{
  "swagger": "2.0",
  "paths": {
    "/a": {
      "get": {
        "operationId": "A",
        "responses": {
          "200": {
            "description": "ok",
            "schema": {
              "type": "string"
            }
          }
        }
      }
    },
    "/b": {
      "get": {
        "operationId": "B",
        "responses": {}
      }
    }
  }
}`;
const withoutLine = (line: string): string => definition.replace(`${line}\n`, '');

const losses: [string, string, RegExp][] = [
  [
    'a line that opened a schema is gone',
    withoutLine('            "schema": {'),
    /^Line 16, column 5: “\/b” stands outside of “paths”: above it a bracket closes too early/,
  ],
  [
    'two operations ran into one path',
    definition.replace('"/b"', '"/a"'),
    /^Line 17, column 5: The key “\/a” stands twice here, and the first one holds an operation/,
  ],
  [
    'a path item opens with a list',
    '{"swagger":"2.0","paths":{"/a":{"get": [ } }, "/b":{"get":{"operationId":"B","responses":{}}}}}',
    /^Line 1, column \d+: .*not read/,
  ],
  [
    'an operation would become null',
    '{"swagger":"2.0","paths":{"/b":{"get":{"operationId":"B","responses":{}}},"/a":{"get":}}}',
    /^Line 1, column 81: “get” does not hold an object/,
  ],
  [
    'two methods became one',
    withoutLine('    "/b": {').replace(
      / {4}\},\n {6}"get": \{\n {8}"operationId": "B"/,
      '  "operationId": "B"',
    ),
    /not read/,
  ],
  [
    'the way calls are signed would become a schema',
    '{"swagger":"2.0","paths":{},"definitions":{"A":{"type":"object"},"securityDefinitions":{"k":{"type":"basic"}}}',
    /^Line 1, column 66: “securityDefinitions” stands inside of “definitions”: a closing bracket above it is missing/,
  ],
  [
    'two operations of a YAML file have the same path',
    'swagger: "2.0"\npaths:\n  /a:\n    get:\n      operationId: A\n  /a:\n    get:\n      operationId: B\n',
    /^Line 6, column 3: The key “\/a” stands twice here/,
  ],
];

it.each(losses)('refuses a file where %s', (_what, text, sentence) => {
  const parsed = parseDefinition(text, text.startsWith('{') ? 'a.json' : 'a.yaml');
  expect(parsed.ok).toBe(false);
  if (!parsed.ok) expect(parsed.problems[0]?.message).toMatch(sentence);
});

it('still reads a file with a method of its own where only a comma too many was removed', () => {
  const trace = definition
    .replace('"responses": {}', '"responses": {},')
    .replace('"get": {\n        "operationId": "B"', '"trace": {\n        "operationId": "B"');
  const parsed = parseDefinition(trace);
  expect(parsed.ok && parsed.repairs).toMatchObject([{ code: 'CONN1102' }]);
});

it('still reads a file where a key stands twice and drops no operation', () => {
  const parsed = parseDefinition(
    definition.replace('"operationId": "A"', '"operationId": "X", "operationId": "A"'),
  );
  expect(parsed.ok && parsed.repairs).toMatchObject([{ code: 'CONN1109' }]);
});
