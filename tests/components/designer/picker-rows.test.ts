// Rows of the picker of dynamic content.
import { describe, expect, it } from 'vitest';
import { findCallAt } from '@/components/designer/token/expression-help';
import { findBestRow, isChoosable, toPickerRows } from '@/components/designer/token/picker-rows';
import type { Token, TokenGroup } from '@/lib/token/token';

const source = { kind: 'action', name: 'List', root: "outputs('List')", slashed: true } as const;

function token(label: string, more: Partial<Token> = {}): Token {
  return {
    key: `action:list:${label.toLowerCase()}`,
    label,
    description: '',
    type: 'string',
    advanced: false,
    expression: `outputs('List')?['${label}']`,
    lists: [],
    itemPath: [label],
    source,
    children: [],
    ...more,
  };
}

function group(tokens: Token[]): TokenGroup {
  return { id: 'action:List', label: 'List', kind: 'action', name: 'List', undescribed: false, tokens };
}

const none: ReadonlySet<string> = new Set();

describe('rows of the picker', () => {
  it('shows six tokens of a step and offers the rest', () => {
    const groups = [group(Array.from({ length: 10 }, (_, index) => token(`Field ${index}`)))];
    const rows = toPickerRows({ groups, query: '', field: { type: 'string' }, opened: none });
    expect(rows.filter((row) => row.kind === 'token')).toHaveLength(6);
    expect(rows.at(-1)).toMatchObject({ kind: 'more', count: 4 });
    const all = toPickerRows({
      groups,
      query: '',
      field: { type: 'string' },
      opened: new Set(['action:List']),
    });
    expect(all.filter((row) => row.kind === 'token')).toHaveLength(10);
  });

  it('folds what does not fit the field', () => {
    const groups = [group([token('Amount', { type: 'number' }), token('Tags', { type: 'array' })])];
    const rows = toPickerRows({ groups, query: '', field: { type: 'number' }, opened: none });
    expect(rows.map((row) => row.kind)).toEqual(['group', 'token', 'other']);
    expect(rows.filter(isChoosable)).toHaveLength(2);
  });

  it('begins a search at the match and not at its parent', () => {
    const child = token('Amount', { key: 'action:list:body/amount', type: 'number' });
    const groups = [group([token('Body', { type: 'object', children: [child] })])];
    const rows = toPickerRows({ groups, query: 'am', field: { type: 'number' }, opened: none });
    expect(rows[findBestRow(rows, 'am', { type: 'number' }) ?? -1]).toMatchObject({
      token: { label: 'Amount' },
    });
  });
});

describe('a picker that nothing was typed into', () => {
  it('begins at the first token of the type of the field', () => {
    const total = token('Total', { key: 'action:list:body/total', type: 'number' });
    const groups = [group([token('Body', { type: 'object', children: [total] })])];
    const rows = toPickerRows({ groups, query: '', field: { type: 'number' }, opened: none });
    expect(rows[findBestRow(rows, '', { type: 'number' }) ?? -1]).toMatchObject({
      token: { label: 'Total' },
    });
    expect(findBestRow(rows, '', { type: 'boolean' })).toBeUndefined();
  });

  it('counts what matches of all there is', () => {
    const groups = [group([token('Amount'), token('Date')])];
    const [head] = toPickerRows({ groups, query: 'am', field: { type: 'string' }, opened: none });
    expect(head).toMatchObject({ kind: 'group', count: 1, total: 2 });
  });
});

describe('help while writing an expression', () => {
  it.each([
    ['concat(', 7, 'concat'],
    ["concat('a', toUpper('b", 21, 'toUpper'],
    ["concat('(', ", 12, 'concat'],
    ['concat()', 8, undefined],
    ['', 0, undefined],
  ])('in %j at %i the call is %s', (text, caret, name) => {
    expect(findCallAt(text, caret)).toBe(name);
  });
});
