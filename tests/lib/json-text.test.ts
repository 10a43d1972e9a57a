// JSON text to values and back: number kinds, repeated names, depth, places of faults, round trips.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSame } from '@/lib/expression/comparison';
import { Decimal, Double, emptyObject, typeOfValue, type Value } from '@/lib/expression/value';
import { parseJsonText, toJsonText } from '@/lib/json-text';
import { JsonTextError } from '@/lib/json-text-writer';

function parse(text: string): Value {
  const result = parseJsonText(text);
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

const kinds: [text: string, type: string, written: string][] = [
  ['5', 'integer', '5'],
  ['-0', 'float', '-0.0'],
  ['5.0', 'float', '5.0'],
  ['5.50', 'float', '5.5'],
  ['1e3', 'float', '1000.0'],
  ['1E20', 'float', '1E+20'],
  ['9007199254740991', 'integer', '9007199254740991'],
  ['9007199254740993', 'integer', '9007199254740993'],
  ['-9223372036854775808', 'integer', '-9223372036854775808'],
  ['123456789012345678901234567890', 'integer', '123456789012345678901234567890'],
  ['0.1', 'float', '0.1'],
  ['9007199254740993.5', 'float', '9.007199254740994E+15'],
];

describe('parseJsonText', () => {
  it.each(kinds)('reads %s as %s and writes %s', (text, type, written) => {
    for (const wrap of [(part: string) => part, (part: string) => `[${part}]`]) {
      const value = parse(wrap(text));
      const number = Array.isArray(value) ? (value[0] ?? null) : value;
      expect(typeOfValue(number)).toBe(type);
      expect(toJsonText(value)).toBe(wrap(written));
    }
  });

  it('keeps the last value of a repeated name, at its last place', () => {
    expect(toJsonText(parse('{"a":1,"A":2,"a":3}'))).toBe('{"A":2,"a":3}');
  });

  it('gives objects no prototype, also under the name __proto__', () => {
    for (const text of ['{"__proto__":{"x":1}}', '{"__proto__":{"x":1},"n":1.0}']) {
      const value = parse(text);
      expect(Object.getPrototypeOf(value)).toBeNull();
      expect(Object.keys(Object(value))).toContain('__proto__');
      expect(({} as Record<string, unknown>).x).toBeUndefined();
      expect(toJsonText(value)).toBe(text);
    }
  });

  it.each([
    ['{"a":1,}', 1, 8],
    ['{\n  "a" 1\n}', 2, 7],
    ['[1, 2', 1, 6],
    ['"abc', 1, 1],
    ['{"a":01}', 1, 7],
    ['', 1, 1],
    ['{"a":1} x', 1, 9],
    ['["\\q"]', 1, 2],
    ['nul', 1, 1],
  ])('says where %j is not JSON', (text, line, column) => {
    expect(parseJsonText(text)).toMatchObject({ ok: false, code: 'InvalidJson', line, column });
  });

  it('refuses more nesting than it is told, before it parses', () => {
    const deep = '['.repeat(100_000);
    expect(parseJsonText(deep)).toMatchObject({ ok: false, code: 'TooDeep', line: 1, column: 101 });
    expect(parseJsonText('[[[]]]', { maxDepth: 2 }).ok).toBe(false);
    expect(parseJsonText('[["[[["]]', { maxDepth: 2 }).ok).toBe(true);
  });

  it('reads numbers of a thousand characters, and says where a longer one stands', () => {
    const digits = (count: number) => `{ "a": ${'9'.repeat(count)} }`;
    expect(toJsonText(parse(digits(1_000)))).toContain('9'.repeat(1_000));
    const refused = parseJsonText(digits(10_000_000));
    expect(refused.ok || [refused.code, refused.message, refused.column]).toEqual([
      'InvalidJson',
      'This number has 10000000 characters, and may have 1000.',
      8,
    ]);
  });

  it('accepts exactly what JSON.parse accepts', () => {
    const text = fc.stringMatching(/^[{}[\]",:\\ 0-9.eE+\-truefalsn]*$/);
    fc.assert(
      fc.property(text, (candidate) => {
        let expected = true;
        try {
          JSON.parse(candidate);
        } catch {
          expected = false;
        }
        expect(parseJsonText(candidate).ok).toBe(expected);
      }),
    );
  });

  it('reads what JSON.stringify wrote as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (json) => {
        const text = JSON.stringify(json);
        expect(JSON.parse(toJsonText(parse(text)))).toEqual(JSON.parse(text));
      }),
    );
  });
});

const anyValue = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Number.isInteger(n) ? new Double(n) : n)),
    fc.array(tie('value')),
    fc
      .dictionary(fc.string(), tie('value'))
      .map((members): Value => Object.assign(emptyObject(), members as Record<string, Value>)),
  ),
})).value;

describe('toJsonText', () => {
  it('comes back as the same value of the same kind', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const text = toJsonText(value);
        const back = parse(text);
        expect(isSame(back, value)).toBe(true);
        expect(toJsonText(back)).toBe(text);
      }),
    );
  });

  it('writes a decimal with its scale', () => {
    expect(toJsonText([new Decimal(50000n, 4), new Decimal(5n, 0)])).toBe('[5.0000,5.0]');
  });

  it('refuses a value that shares parts into gigabytes, and one nested without end', () => {
    let wide: Value = 'x'.repeat(1_000);
    for (let level = 0; level < 40; level += 1) wide = [wide, wide];
    expect(() => toJsonText(wide)).toThrow(JsonTextError);
    let deep: Value = 1;
    for (let level = 0; level < 5_000; level += 1) deep = [deep];
    expect(() => toJsonText(deep)).toThrow(JsonTextError);
  });
});
