// Edits that leave every other byte of a text alone.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '@/lib/document/change';
import { diffDocuments } from '@/lib/document/diff';
import { changeText, rewriteText, toCanonicalText } from '@/lib/document/text';
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/json';

const json = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)) as fc.Arbitrary<JsonValue>,
    fc.array(tie('value'), { maxLength: 4 }) as fc.Arbitrary<JsonValue>,
    fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', 'x/y', '~'), tie('value'), {
      maxKeys: 4,
      noNullPrototype: true,
    }) as fc.Arbitrary<JsonValue>,
  ),
})).value;
const object = json.filter(isJsonObject) as fc.Arbitrary<JsonObject>;
const copy = (value: JsonObject): JsonObject => JSON.parse(JSON.stringify(value));
const style = fc.constantFrom<[number | string, string]>([0, '\n'], [2, '\n'], [4, '\r\n'], ['\t', '\n']);

describe('rewriting a JSON text', () => {
  it('says the new value, in every style of text', () => {
    const property = fc.property(object, object, style, (before, after, [indent, lineEnd]) => {
      const text = JSON.stringify(before, null, indent).replaceAll('\n', lineEnd);
      const written = rewriteText(text, copy(before), copy(after));
      expect(JSON.stringify(JSON.parse(written))).toBe(JSON.stringify(after));
    });
    fc.assert(property, { numRuns: 2_000 });
  });

  it('changes no byte when nothing changes', () => {
    fc.assert(
      fc.property(object, style, (value, [indent]) => {
        const text = JSON.stringify(value, null, indent);
        expect(rewriteText(text, copy(value), copy(value))).toBe(text);
      }),
    );
  });

  it('changes only the range of the edit', () => {
    const property = fc.property(object, json, style, (rest, value, [indent]) => {
      const before = { ...rest, edited: 'old' };
      const text = JSON.stringify(before, null, indent);
      const written = changeText(text, [{ op: 'set', at: '/edited', value }]);
      const start = text.lastIndexOf('"old"');
      expect(written.startsWith(text.slice(0, start))).toBe(true);
      expect(written.endsWith(text.slice(start + 5))).toBe(true);
    });
    fc.assert(property);
  });

  const edits: [string, string, Parameters<typeof changeText>[1], string][] = [
    [
      'keeps numbers as written',
      '{"a": 1.0, "b": 2}',
      [{ op: 'set', at: '/b', value: 3 }],
      '{"a": 1.0, "b": 3}',
    ],
    [
      'adds in the style of the object',
      '{\n  "a": 1\n}\n',
      [{ op: 'set', at: '/b', value: [1] }],
      '{\n  "a": 1,\n  "b": [\n    1\n  ]\n}\n',
    ],
    [
      'adds to an empty object',
      '{\n  "a": {}\n}',
      [{ op: 'set', at: '/a/b', value: 1 }],
      '{\n  "a": {\n    "b": 1\n  }\n}',
    ],
    [
      'adds on one line where the object is on one line',
      '{\n  "a": { "b": 1 }\n}',
      [{ op: 'set', at: '/a/c', value: { d: 2 } }],
      '{\n  "a": { "b": 1, "c": {"d":2} }\n}',
    ],
    [
      'removes the last member with its comma',
      '{\n  "a": 1,\n  "b": 2\n}',
      [{ op: 'remove', at: '/b' }],
      '{\n  "a": 1\n}',
    ],
    ['removes the first member with its comma', '{"a":1,"b":2}', [{ op: 'remove', at: '/a' }], '{"b":2}'],
    ['removes an item of a list', '{"a":[1,2,3]}', [{ op: 'remove', at: '/a/1' }], '{"a":[1,3]}'],
    [
      'drops the overridden one of two equal keys in the object it edits',
      '{"a":1,"a":2}',
      [{ op: 'set', at: '/a', value: 3 }],
      '{"a":3}',
    ],
    [
      'changes a YAML value in place',
      'a: 1 # one\nb:\n  - x\n',
      [{ op: 'set', at: '/a', value: 2 }],
      'a: 2 # one\nb:\n  - x\n',
    ],
    ['adds to YAML', 'a:\n  b: 1\n', [{ op: 'set', at: '/a/c', value: 'x' }], 'a:\n  b: 1\n  c: x\n'],
    [
      'finds the number key of YAML',
      'a:\n  200: ok\n',
      [{ op: 'set', at: '/a/200', value: 'fine' }],
      'a:\n  200: "fine"\n',
    ],
  ];
  it.each(edits)('%s', (_name, text, changes, want) => {
    expect(changeText(text, changes)).toBe(want);
  });

  it('refuses to change a text that cannot be read', () => {
    expect(() => changeText('{"a": 1', [{ op: 'set', at: '/a', value: 1 }])).not.toThrow();
    expect(() => changeText('{{{', [{ op: 'set', at: '/a', value: 1 }])).toThrow(/Line 1/);
  });
});

describe('changes', () => {
  it('of a comparison lead from one document to the other', () => {
    fc.assert(
      fc.property(object, object, (before, after) => {
        expect(applyChanges(copy(before), diffDocuments(copy(before), copy(after)))).toEqual(after);
      }),
      { numRuns: 1_000 },
    );
  });

  it('keep the parts they do not touch as the same objects', () => {
    const before = { a: { x: 1 }, b: { y: [1, 2] } };
    const after = applyChanges(before, [{ op: 'set', at: '/a/x', value: 2 }]);
    expect(after.b).toBe(before.b);
    expect(before.a.x).toBe(1);
  });

  it('treat __proto__ as any other key', () => {
    const after = applyChanges({}, [{ op: 'set', at: '/__proto__/admin', value: true }]);
    expect(Object.hasOwn(after, '__proto__')).toBe(true);
    expect('admin' in {}).toBe(false);
    expect(toCanonicalText(after)).toContain('__proto__');
  });
});
