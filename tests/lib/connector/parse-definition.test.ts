// Texts of definitions: JSON, YAML, and broken ones with their repairs.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeDefinition, parseDefinition } from '@/lib/connector/parse-definition';
import { swaggerDocument } from '@/samples/contoso-invoicing/swagger';

const documentText = '{\n  "swagger": "2.0",\n  "paths": {\n    "/a": {},\n    "/b": {}\n  }\n}';

function repairsOf(text: string): string[] {
  const parsed = parseDefinition(text);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  expect(() => JSON.parse(parsed.text)).not.toThrow();
  return parsed.repairs.map(({ code, at }) => (at ? `${code} ${at.line}:${at.column}` : code));
}

describe('parsing a definition', () => {
  it('keeps the text of strict JSON and needs no repair', () => {
    const parsed = parseDefinition(documentText);
    expect(parsed).toMatchObject({ ok: true, format: 'json', text: documentText, repairs: [] });
  });

  const repaired: [string, string, string[]][] = [
    ['a byte order mark', `\ufeff${documentText}`, ['CONN1101']],
    ['a trailing comma in an object', documentText.replace('"/b": {}', '"/b": {},'), ['CONN1102 5:13']],
    ['a trailing comma in a list', '{"paths": {}, "tags": [1,]}', ['CONN1102 1:25']],
    ['comments', '{ // one\n "paths": {} /* two */ }', ['CONN1103 1:3', 'CONN1103 2:14']],
    ['a missing comma', documentText.replace('"/a": {},', '"/a": {}'), ['CONN1104 4:13']],
    ['a missing closing brace', '{"paths": {"/a": {}}\n', ['CONN1105 1:21']],
    ['closing braces too many', '{"paths": {}}\n}', ['CONN1106 2:1']],
    ['a root that ends too early', '{"paths": {}}\n"tags": []', ['CONN1106 1:13', 'CONN1105 2:11']],
    ['a tab inside a text', '{"info": {"title": "a\tb"}, "paths": {}}', ['CONN1107 1:22']],
    ['an em space between tokens', '{\u2003"paths": {}}', ['CONN1108 1:2']],
    ['a key that stands twice', '{"paths": {}, "paths": {"/a": {}}}', ['CONN1109 1:15']],
  ];
  it.each(repaired)('repairs and lists %s', (_name, text, want) => {
    expect(repairsOf(text)).toEqual(want);
  });

  it('lists what a rewrite changed, with its place', () => {
    const parsed = parseDefinition("{'swagger': '2.0',\n paths: {}}");
    expect(parsed.ok && parsed.repairs.every(({ code, at }) => code === 'CONN1110' && at)).toBe(true);
  });

  it('lets the last of two equal keys count', () => {
    const parsed = parseDefinition('{"paths": {}, "paths": {"/a": {}}}');
    expect(parsed.ok && parsed.document).toEqual({ paths: { '/a': {} } });
  });

  const refused: [string, string, string, RegExp][] = [
    ['nothing', '  \n', 'CONN1002', /empty/],
    ['binary', 'PK\u0000\u0001', 'CONN1002', /not a text file/],
    ['a list', '[1]', 'CONN1007', /a list or a single value/],
    [
      'a lost key',
      '{\n "a": {},\n {\n}',
      'CONN1004',
      /^Line 3, column 2: A key in double quotes belongs here/,
    ],
    [
      'thousands of comments',
      `{"paths": {}\n${'//\n'.repeat(6_000)}}`,
      'CONN1004',
      /^Line 2, column 1: JSON has no comments\. Remove this one/,
    ],
    [
      'a bracket of the wrong kind',
      `{"tags": [\n  {"a": 1}\n }\n}${' '.repeat(100_000)}`,
      'CONN1004',
      /^Line 3, column 2: This closing bracket fits no open one/,
    ],
    [
      'half a file',
      '{"paths": {\n "/a": {"get"',
      'CONN1004',
      /^Line 2, column 14: The file ends in the middle: 3 brackets/,
    ],
    [
      'a file cut inside a text',
      '{"paths": {"/a": {"get": {"summary": "Li',
      'CONN1004',
      /ends in the middle/,
    ],
    [
      'broken YAML',
      'openapi: 3.0.0\ninfo:\n  title: "a\n',
      'CONN1005',
      /^Line 4, column 1: A closing quote, a bracket or a colon is missing/,
    ],
    ['101 levels', `{"a":${'['.repeat(100)}${']'.repeat(100)}}`, 'CONN1003', /100 levels/],
    ['a million open brackets', '['.repeat(1_000_000), 'CONN1003', /^Line 1, column 101: /],
    ['deep YAML', `a: ${'['.repeat(5_000)}`, 'CONN1003', /100 levels/],
    [
      'a YAML alias bomb',
      `a: &a [x,x,x,x,x,x,x,x,x,x]\n${Array.from('bcdefghij', (key, index) => `${key}: &${key} [${Array(10).fill(`*${'abcdefghij'[index]}`).join(',')}]`).join('\n')}\n`,
      'CONN1005',
      /aliases/,
    ],
    [
      'a web page',
      '\n<!DOCTYPE html>\n<html><body>Not found</body></html>',
      'CONN1008',
      /^Line 2, column 1: This is a web page, not a definition/,
    ],
    [
      'a WSDL file',
      '<?xml version="1.0"?><definitions/>',
      'CONN1008',
      /^Line 1, column 1: This is an XML file/,
    ],
    [
      'a script',
      'module.exports = {"swagger":"2.0"}',
      'CONN1008',
      /^Line 1, column 1: This is not a definition: it begins with “module.exports”/,
    ],
    ['a YAML list', '- a\n- b', 'CONN1007', /a list or a single value/],
    [
      'an alias of nothing',
      'openapi: 3.0.0\nx: &a {b: 1}\npaths:\n  /a: *a\n  /b: *nope\n',
      'CONN1005',
      /^Line 5, column 7: The alias \*nope stands for nothing/,
    ],
    [
      'several YAML documents',
      'openapi: 3.0.0\npaths: {}\n---\na: 1\n',
      'CONN1005',
      /^Line 3, column 1: A second document begins here/,
    ],
    [
      'a merge key of a text',
      'openapi: 3.0.0\nx:\n  <<: text\n',
      'CONN1005',
      /^Line 3, column 7: A merge key << takes an alias/,
    ],
    ['broken YAML in brackets', '{openapi: 3.0.0, paths: {', 'CONN1004', /ends in the middle/],
    ['8 MB', `{"a":"${' '.repeat(8_000_000)}"}`, 'CONN1001', /5 MB/],
  ];
  it.each(refused)('refuses %s and says where and why', (_name, text, code, message) => {
    const parsed = parseDefinition(text);
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.problems[0]?.code).toBe(code);
    expect(parsed.problems[0]?.message).toMatch(message);
  });

  it('refuses a repair that would lose paths', () => {
    const text = '{"swagger":"2.0","paths":{"/a":{"get":{"x":1}}}},\n "/b": {"get":{}}}';
    const parsed = parseDefinition(text);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok)
      expect(parsed.problems[0]).toMatchObject({ code: 'CONN1006', position: { line: 2, column: 2 } });
  });

  it('never takes a file that was cut for a whole one', () => {
    const whole = JSON.stringify(swaggerDocument('127.0.0.1:5080'));
    const paths = Object.keys(swaggerDocument('127.0.0.1:5080').paths).length;
    for (let end = 20; end < whole.length; end += 41) {
      const parsed = parseDefinition(whole.slice(0, end));
      expect(parsed.ok ? Object.keys(parsed.document.paths ?? {}).length : paths).toBe(paths);
    }
  });

  it('reads YAML 1.2: keys are texts, no is a text, merges work', () => {
    const text =
      'base: &base\n  type: string\nresponses:\n  200: ok\n  "no": no\ncopy:\n  <<: *base\n  x: 1e3\n';
    const parsed = parseDefinition(text, 'api.yaml');
    expect(parsed).toMatchObject({ ok: true, format: 'yaml', text });
    expect(parsed.ok && parsed.document).toEqual({
      base: { type: 'string' },
      responses: { '200': 'ok', no: 'no' },
      copy: { type: 'string', x: 1000 },
    });
  });

  it.each(['api.yaml', 'api.json', ''])('reads YAML that is written in brackets (%s)', (fileName) => {
    const text =
      '{openapi: 3.0.0, paths: {/a: {get: {operationId: A, responses: {200: {description: ok}}}}}}';
    const parsed = parseDefinition(text, fileName);
    expect(parsed).toMatchObject({ ok: true, format: 'yaml', repairs: [] });
    expect(parsed.ok && Object.keys(parsed.document.paths ?? {})).toEqual(['/a']);
  });

  it('reads anchors that are used often, and merges the first of several sources first', () => {
    const many = Array.from({ length: 500 }, (_, index) => `  k${index}: *base`).join('\n');
    const text = `base: &base {a: 1}\nother: &other {a: 2, b: 2}\nall:\n${many}\nboth:\n  <<: [*base, *other]\n  c: 3\n`;
    const parsed = parseDefinition(text, 'a.yaml');
    expect(parsed.ok && parsed.document.both).toEqual({ a: 1, b: 2, c: 3 });
    expect(parsed.ok && Object.keys(parsed.document.all ?? {})).toHaveLength(500);
  });

  it('keeps __proto__ an ordinary key in both languages', () => {
    for (const text of ['{"__proto__": {"a": 1}}', '{"__proto__": {"a": 1},}', '__proto__:\n  a: 1\n']) {
      const parsed = parseDefinition(text, text.startsWith('{') ? 'a.json' : 'a.yaml');
      expect(parsed.ok && Object.keys(parsed.document)).toEqual(['__proto__']);
      expect('a' in {}).toBe(false);
    }
  });

  it('never throws, whatever the text', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      'null',
      '//',
      '/*',
      '\n',
      '- ',
      'a: ',
      '&x',
      '*x',
      '\\',
      '\u2003',
      '\t',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.boolean(), (parts, yaml) => {
        parseDefinition(parts.join(''), yaml ? 'a.yaml' : 'a.json');
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('decoding a file', () => {
  it('knows UTF-8, UTF-16 by its mark, and tells when it had to guess', () => {
    expect(decodeDefinition(new TextEncoder().encode('ü'))).toEqual({ text: 'ü', repairs: [] });
    expect(decodeDefinition(new Uint8Array([0xff, 0xfe, 0x7b, 0])).text.endsWith('{')).toBe(true);
    const guessed = decodeDefinition(new Uint8Array([0xfc]));
    expect(guessed.text).toBe('ü');
    expect(guessed.repairs).toMatchObject([{ code: 'CONN1111' }]);
  });
});
