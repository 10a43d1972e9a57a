// The search asks columns of letters before it reads texts; what it finds is what reading every text would find.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PaletteEntry, prepareTexts } from '@/lib/connector/palette/entries';
import { searchPalette } from '@/lib/connector/palette/search';

/** The places of a word and their scores, as the designer's specification lists them. */
function plainScore({ text }: PaletteEntry, word: string): number {
  const begins = (words: string) => words.split(' ').some((each) => word !== '' && each.startsWith(word));
  if (text.label === word) return 120;
  if (text.label.startsWith(word)) return 100;
  if (text.label.includes(word) && begins(text.labelWords)) return 85;
  if (begins(text.id)) return 65;
  if (begins(text.owner)) return 60;
  if (text.label.includes(word)) return 50;
  if (begins(text.description)) return 35;
  return text.rest.includes(word) ? 25 : 0;
}

const words = fc.array(fc.constantFrom('a', 'ab', 'b1', 'ba', 'é', '7', 'abc', 'Ca', 'x-b'), {
  maxLength: 4,
});
const entry = fc
  .record({ label: words, operationId: words, ownerName: words, description: words, rest: words })
  .map((texts) => {
    const { label, operationId, ownerName, description, rest } = texts;
    const [title, owner] = [label.join(' '), ownerName.join(' ')];
    return {
      role: 'action',
      origin: 'custom',
      owner,
      ownerName: owner,
      operationId: operationId.join(''),
      label: title,
      detail: '',
      visibility: 'none',
      deprecated: false,
      text: prepareTexts({
        label: title,
        operationId: operationId.join(''),
        ownerName: owner,
        description: description.join(' '),
        rest: rest.join('/'),
      }),
    } as const;
  });

test('A word of up to four letters is found where it is, with the score of its best place', () => {
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 12 }),
      fc.constantFrom('a', 'b', 'c', 'é', '7', '1', 'ab', 'ba', 'b1', 'ca', 'abc', 'bab', 'x', 'caab'),
      (list, word) => {
        const entries = list.map((each, index): PaletteEntry => ({ ...each, id: `#${index}` }));
        const found = searchPalette(entries, word).hits.map((hit) => `${hit.entry.id} ${hit.score}`);
        const expected = entries.flatMap((each) => {
          const score = plainScore(each, word);
          return score === 0 ? [] : [`${each.id} ${score}`];
        });
        expect(found.toSorted()).toEqual(expected.toSorted());
      },
    ),
    { numRuns: 500 },
  );
});

test('Only positions that are asked for are searched', () => {
  const [one] = fc.sample(entry, 1);
  if (!one) throw new Error('no entry');
  const text = prepareTexts({ label: 'abc', operationId: '', ownerName: '', description: '', rest: '' });
  const entries = [0, 1, 2].map((index): PaletteEntry => ({ ...one, text, label: 'abc', id: `#${index}` }));
  expect(searchPalette(entries, 'a', { among: [0, 2] }).hits.map((hit) => hit.entry.id)).toEqual([
    '#0',
    '#2',
  ]);
});
