// Entries of the palette made from a connector.
import { describe, expect, it } from 'vitest';
import { splitWords, toPaletteEntries } from '@/lib/connector/palette/entries';
import { searchPalette } from '@/lib/connector/palette/search';
import { contoso, contosoApi } from '../../../support/contoso';

const entries = toPaletteEntries(contoso(), { apiId: contosoApi, name: 'Contoso invoicing' });

describe('palette entries', () => {
  it('are one per operation, deprecated ones after the others', () => {
    expect(entries.map((entry) => [entry.label, entry.operationId, entry.deprecated])).toEqual([
      ['List Invoices', 'ListInvoices', false],
      ['Get Invoice', 'GetInvoice', false],
      ['List Tags', 'ListTags', false],
      ['Add Invoice', 'AddInvoice', true],
    ]);
  });

  it('say what goes in where there is no description', () => {
    expect(entries.map((entry) => entry.detail)).toEqual([
      '1 optional input',
      '1 required input',
      'No inputs',
      expect.stringContaining('input'),
    ]);
  });

  it('are found by the name of the connector, and by the id as one word', () => {
    expect(searchPalette(entries, 'contoso').total).toBe(4);
    expect(searchPalette(entries, 'listtags').hits.map((hit) => hit.entry.label)).toEqual(['List Tags']);
  });

  it.each([
    ['listInvoices', ['list', 'invoices']],
    ['GetURLById_v2', ['get', 'url', 'by', 'id', 'v2']],
    ['Größe ändern', ['größe', 'ändern']],
  ])('split %s into words', (text, words) => {
    expect(splitWords(text)).toEqual(words);
  });
});
