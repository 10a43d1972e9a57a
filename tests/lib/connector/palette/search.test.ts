// Ranking of the palette, as the designer's specification orders it.
import { describe, expect, it } from 'vitest';
import { type PaletteEntry, prepareTexts } from '@/lib/connector/palette/entries';
import { searchPalette } from '@/lib/connector/palette/search';
import { isOneTypoAway } from '@/lib/connector/palette/typo';
import { builtInEntries } from '@/lib/flow/palette-entries';

function entry(
  label: string,
  extra: Partial<PaletteEntry> & { description?: string; rest?: string } = {},
): PaletteEntry {
  const { description = '', rest = '', ...over } = extra;
  const operationId = over.operationId ?? label.replaceAll(' ', '');
  const ownerName = over.ownerName ?? 'Contoso invoicing';
  return {
    id: `${ownerName}#${operationId}`,
    role: 'action',
    origin: 'custom',
    owner: ownerName,
    ownerName,
    operationId,
    label,
    detail: description,
    visibility: 'none',
    deprecated: false,
    ...over,
    text: prepareTexts({ label, operationId, ownerName, description, rest }),
  };
}

const labels = (entries: PaletteEntry[], query: string, options = {}) =>
  searchPalette(entries, query, options).hits.map((hit) => hit.entry.label);

describe('palette search', () => {
  const contoso = [
    entry('List Invoices', { visibility: 'important', description: 'All invoices of an account' }),
    entry('Get Invoice', { description: 'Get a specific invoice by id' }),
    entry('Pay Invoice'),
    entry('Get Invoice Schema', { visibility: 'internal' }),
  ];

  it.each([
    [
      'an exact label before a label that starts so',
      ['List', 'List Invoices'],
      'list',
      ['List', 'List Invoices'],
    ],
    [
      'a start before a later word',
      ['Archived list', 'List of all the invoices'],
      'list',
      ['List of all the invoices', 'Archived list'],
    ],
    [
      'a later word before the inside of a word',
      ['Specialist', 'My list'],
      'list',
      ['My list', 'Specialist'],
    ],
  ])('ranks %s', (_, names, query, expected) => {
    expect(
      labels(
        names.map((name, index) => entry(name, { operationId: `op${index}` })),
        query,
      ),
    ).toEqual(expected);
  });

  it('ranks a camelCase word of the operation id before the connector name before the description', () => {
    const entries = [
      entry('Aaa', { operationId: 'op1', description: 'shows the invoice' }),
      entry('Bbb', { operationId: 'op2', ownerName: 'Invoice service' }),
      entry('Ccc', { operationId: 'getInvoice', ownerName: 'Other' }),
    ].map((each, index) => (index === 0 ? { ...each, text: { ...each.text, owner: '' } } : each));
    expect(labels(entries, 'invoice')).toEqual(['Ccc', 'Bbb', 'Aaa']);
  });

  it('puts a custom connector’s exact match first in All', () => {
    expect(labels([...builtInEntries, ...contoso], 'list invoices')[0]).toBe('List Invoices');
  });

  it('needs every word, and finds words in any order', () => {
    expect(labels(contoso, 'invoices list')).toEqual(['List Invoices']);
    expect(labels(contoso, 'list zebra')).toEqual([]);
  });

  it('never shows internal operations but counts them', () => {
    const result = searchPalette(contoso, 'schema');
    expect(result).toMatchObject({ hits: [], hidden: 1 });
  });

  it('lifts important operations and lowers advanced and deprecated ones', () => {
    const entries = [
      entry('Send one', { deprecated: true, operationId: 'a' }),
      entry('Send two', { visibility: 'advanced', operationId: 'b' }),
      entry('Send three', { operationId: 'c' }),
      entry('Send fourth', { visibility: 'important', operationId: 'd' }),
    ];
    expect(labels(entries, 'send')).toEqual(['Send fourth', 'Send three', 'Send two', 'Send one']);
  });

  it('lifts what was used lately and connectors that are in the flow', () => {
    const entries = [entry('Send a', { operationId: 'a' }), entry('Send b', { operationId: 'b' })];
    expect(labels(entries, 'send')).toEqual(['Send a', 'Send b']);
    expect(labels(entries, 'send', { recent: ['Contoso invoicing#b'] })).toEqual(['Send b', 'Send a']);
    const other = entry('Send z', { operationId: 'z', ownerName: 'Zeta' });
    expect(labels([...entries, other], 'send', { inFlow: new Set(['Zeta']) })[0]).toBe('Send z');
  });

  it('forgives one typo in words of five letters and more', () => {
    expect(labels(contoso, 'invocie')).toContain('Get Invoice');
    expect(labels(contoso, 'lits')).toEqual([]);
  });

  it('suggests a word where nothing is found', () => {
    expect(searchPalette(contoso, 'invociee').suggestion).toBe('invoice');
    expect(searchPalette(contoso, 'qqqqq').suggestion).toBeUndefined();
  });

  it('shows which letters of the label matched', () => {
    const [hit] = searchPalette(contoso, 'inv list').hits;
    expect(hit?.ranges).toEqual([
      { start: 0, end: 4 },
      { start: 5, end: 8 },
    ]);
  });

  it('groups by connector above twelve hits over more than two connectors, eight in each', () => {
    const many = ['A', 'B', 'C'].flatMap((owner) =>
      Array.from({ length: 10 }, (_, index) =>
        entry(`Send ${index}`, { ownerName: owner, operationId: `s${index}` }),
      ),
    );
    const { groups } = searchPalette(many, 'send');
    expect(groups?.map((group) => [group.owner, group.hits.length, group.total])).toEqual([
      ['A', 8, 10],
      ['B', 8, 10],
      ['C', 8, 10],
    ]);
  });

  it('shows every connector that has something, also where one has more than all that is shown of it', () => {
    const of = (ownerName: string, count: number) =>
      Array.from({ length: count }, (_, index) =>
        entry(`Read shelf ${index}`, { ownerName, id: `${ownerName}#${index}` }),
      );
    const shelves = [...of('North', 900), ...of('South', 900), ...of('East', 2)];
    const inFlow = new Set(['North']);
    const { groups, groupTotal, total } = searchPalette(shelves, 'shelf', { inFlow });
    expect(groups?.map((group) => [group.owner, group.hits.length, group.total])).toEqual([
      ['North', 8, 900],
      ['East', 2, 2],
      ['South', 8, 900],
    ]);
    expect([groupTotal, total]).toEqual([3, 1_802]);
    const many = Array.from({ length: 50 }, (_, index) => of(`Connector ${index}`, 3)).flat();
    const found = searchPalette(many, 'shelf');
    expect([found.groups?.length, found.groupTotal]).toEqual([40, 50]);
  });

  it('keeps to its tab and role', () => {
    const all = [...builtInEntries, ...contoso];
    expect(searchPalette(all, 'http', { tab: 'custom' }).hits).toEqual([]);
    expect(labels(all, 'condition', { tab: 'built-in' })[0]).toBe('Condition');
    expect(labels(all, 'manually', { role: 'action' })).toEqual([]);
    expect(labels(all, 'manually', { role: 'trigger' })).toEqual(['Manually trigger a flow']);
  });
});

describe('a typo', () => {
  it.each([
    ['invoice', 'invocie', true],
    ['invoice', 'invice', true],
    ['invoice', 'invoicce', true],
    ['invoice', 'invoive', true],
    ['invoice', 'invoice', true],
    ['invoice', 'invicoe', false],
    ['invoice', 'voice', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(isOneTypoAway(a, b)).toBe(expected);
    expect(isOneTypoAway(b, a)).toBe(expected);
  });
});
