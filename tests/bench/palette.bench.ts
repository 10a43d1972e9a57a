// Palette search over as many operations as all public connectors together have.
import { bench, describe } from 'vitest';
import { type PaletteEntry, prepareTexts } from '@/lib/connector/palette-index';
import { searchPalette } from '@/lib/connector/palette-search';

const verbs = ['List', 'Get', 'Create', 'Update', 'Delete', 'Send', 'Find', 'Export', 'Approve', 'Cancel'];
const nouns = [
  'invoice',
  'customer',
  'order',
  'payment',
  'message',
  'file',
  'contact',
  'ticket',
  'report',
  'user',
];
const kinds = ['details', 'by id', 'with filter', 'in bulk', 'as draft', 'history', 'attachments', 'schema'];

function makeEntries(count: number): PaletteEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const verb = verbs[index % verbs.length] ?? '';
    const noun = nouns[Math.floor(index / 10) % nouns.length] ?? '';
    const kind = kinds[Math.floor(index / 100) % kinds.length] ?? '';
    const ownerName = `Connector ${Math.floor(index / 16)}`;
    const label = `${verb} ${noun} ${kind}`;
    const operationId = `${verb}${noun}${index}`;
    const description = `${verb}s one or more ${noun} records of an account, ${kind}, and answers what was changed.`;
    return {
      id: `${ownerName}#${operationId}`,
      role: 'action',
      origin: 'custom',
      owner: ownerName,
      ownerName,
      operationId,
      label,
      detail: description,
      visibility: index % 13 === 0 ? 'internal' : 'none',
      deprecated: false,
      text: prepareTexts({ label, operationId, ownerName, description, rest: `/${noun}/{id} ${noun}` }),
    };
  });
}

const entries = makeEntries(16_000);

describe('search over 16,000 operations', () => {
  for (const query of ['i', 'list inv', 'get customer by id', 'payement', 'zzzzz'])
    bench(`“${query}”`, () => {
      searchPalette(entries, query);
    });
});
