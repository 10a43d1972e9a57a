// Text of fields <-> parts: what is shown means what is written, and the other way round.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTemplate } from '@/lib/expression/template';
import { type FieldPart, parseFieldText, toFieldText } from '@/lib/token/field-text';
import { toFieldString, toFieldValue } from '@/lib/token/field-value';
import { makeLookup } from '@/lib/token/lookup';
import { listTokens } from '@/lib/token/tokens';
import { call, contoso, contosoApi } from '../../support/contoso';
import { compose, makeFlow } from '../../support/flows';

const flow = makeFlow({
  List_Invoices: call('ListInvoices'),
  Mail: compose('', 'List_Invoices'),
  Later: compose(1, 'Mail'),
});
const groups = listTokens({ flow, connectors: { [contosoApi]: contoso() }, action: 'Mail' });
const lookup = makeLookup({ flow, action: 'Mail', groups });
const parse = (text: string) => parseFieldText(text, lookup);

describe('the text of a field', () => {
  it('shows a token for a reference, however it is written', () => {
    for (const text of [
      "@outputs('List_Invoices')?['body/invoices']",
      "@outputs('list_invoices')?['body']?['invoices']",
      "@body('List_Invoices')?['Invoices']",
    ])
      expect(parse(text)).toMatchObject([
        { kind: 'token', label: 'Invoices', from: 'List Invoices', token: { type: 'array' } },
      ]);
  });

  it('keeps text and tokens apart', () => {
    expect(parse("Dear @{outputs('List_Invoices')?['body/owner/name']}, hello")).toMatchObject([
      { kind: 'text', text: 'Dear ' },
      { kind: 'token', label: 'Owner Name' },
      { kind: 'text', text: ', hello' },
    ]);
  });

  it('marks what is gone or comes later', () => {
    expect(parse("@outputs('Nowhere')?['body/id']")).toMatchObject([
      { kind: 'token', label: 'Id', broken: 'This uses Id from Nowhere, which is not in this flow.' },
    ]);
    expect(parse("@outputs('Later')")[0]).toMatchObject({
      broken: expect.stringContaining('no longer before this step'),
    });
    expect(parse("@items('Loop')")[0]).toMatchObject({ broken: expect.stringContaining('not inside it') });
  });

  it('does not call a part broken that a schema does not list', () => {
    const [part] = parse("@outputs('List_Invoices')?['body/extra']");
    expect(part).toMatchObject({ kind: 'token', label: 'Extra' });
    expect(part).not.toHaveProperty('broken');
  });

  it('shows every other expression as one, with its fault if it has one', () => {
    expect(parse("@concat('a', 'b')")).toEqual([{ kind: 'expression', expression: "concat('a', 'b')" }]);
    expect(parse('@concat(')[0]).toMatchObject({ kind: 'expression', problem: expect.any(String) });
    expect(parse("text @{concat('a'")[1]).toMatchObject({ kind: 'expression', expression: "concat('a'" });
  });

  it.each([
    ['a token alone', [{ kind: 'expression', expression: 'x()' }], '@x()'],
    ['a token alone as text', [{ kind: 'expression', expression: 'x()', asText: true }], '@{x()}'],
    [
      'text and a token',
      [
        { kind: 'text', text: 'a ' },
        { kind: 'expression', expression: 'x()' },
      ],
      'a @{x()}',
    ],
    ['a literal @ at the start', [{ kind: 'text', text: '@me' }], '@@me'],
    ['an @ alone', [{ kind: 'text', text: '@' }], '@'],
    ['a literal @{', [{ kind: 'text', text: 'a @{b}' }], 'a @@{b}'],
    [
      'an @ before a token',
      [
        { kind: 'text', text: 'user@' },
        { kind: 'expression', expression: 'x()' },
      ],
      "user@{'@'}@{x()}",
    ],
    [
      'an @ at the start before a token',
      [
        { kind: 'text', text: '@' },
        { kind: 'expression', expression: 'x()' },
      ],
      "@{'@'}@{x()}",
    ],
    ['nothing', [], ''],
  ] satisfies [string, FieldPart[], string][])('writes %s', (_, parts, text) => {
    expect(toFieldText(parts)).toBe(text);
    expect(parse(text)).toEqual(parts);
  });

  it('is read back as what it was, for any text and tokens', () => {
    const text = fc
      .array(fc.constantFrom('@', '{', '}', 'a', "'", ' ', '@{', '@@'), { minLength: 1, maxLength: 6 })
      .map((list) => list.join(''));
    const part: fc.Arbitrary<FieldPart> = fc.oneof(
      text.map((value): FieldPart => ({ kind: 'text', text: value })),
      fc
        .constantFrom("concat('}', 'it''s')", 'utcNow()')
        .map((expression): FieldPart => ({ kind: 'expression', expression })),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const merged: FieldPart[] = [];
        for (const each of parts) {
          const last = merged.at(-1);
          if (each.kind === 'text' && last?.kind === 'text')
            merged[merged.length - 1] = { kind: 'text', text: last.text + each.text };
          else merged.push(each);
        }
        expect(parse(toFieldText(parts))).toEqual(merged);
      }),
      { numRuns: 3000 },
    );
  });

  it('never changes its meaning when it is read and written', () => {
    const piece = fc.constantFrom('@', '@@', '@{', '}', 'utcNow()', "'", 'x', ' ', "concat('a')");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 7 }), (pieces) => {
        const text = pieces.join('');
        if (parseTemplate(text).diagnostics.length > 0) return;
        const once = toFieldText(parse(text));
        expect(parse(once)).toEqual(parse(text));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the value of a field', () => {
  it.each([
    ['', 'string', undefined],
    ['5', 'string', '5'],
    ['5', 'integer', 5],
    ['5.50', 'number', 5.5],
    ['12345678901234567890', 'integer', '12345678901234567890'],
    ["@variables('x')", 'integer', "@variables('x')"],
    ['Yes', 'boolean', true],
    ['false', 'boolean', false],
    ['[1, 2]', 'array', [1, 2]],
    ['{"a": "@{x()}"}', 'object', { a: '@{x()}' }],
    ['{broken', 'object', '{broken'],
    ['{"a":1}', 'any', { a: 1 }],
    ['5', 'any', '5'],
  ] as const)('%s as %s is %j', (text, type, value) => {
    expect(toFieldValue(text, type)).toEqual(value);
  });

  it('is shown as text again', () => {
    expect([toFieldString(undefined), toFieldString(5), toFieldString({ a: 1 }), toFieldString('x')]).toEqual(
      ['', '5', '{\n  "a": 1\n}', 'x'],
    );
  });
});
