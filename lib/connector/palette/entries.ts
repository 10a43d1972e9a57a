// The palette's entries: one per operation and built-in step, with the texts a search looks at already in lower case.
import { listInputs } from '../inputs';
import { operationLabel } from '../label';
import type { Connector, Operation, Visibility } from '../model';
import { firstLettersOf, lettersOf } from './letters';

export interface PaletteEntry {
  /** `<apiId>#<operationId>`, or `built-in:<type>:<kind>`. */
  id: string;
  role: 'action' | 'trigger';
  origin: 'built-in' | 'custom';
  /** Connector's API id; the group's name for built-in steps. */
  owner: string;
  /** Connector name, or the built-in group. */
  ownerName: string;
  /** operationId; `type` or `type/kind` of a built-in step. */
  operationId: string;
  label: string;
  /** Second line: the description, or the inputs where there is no other text. */
  detail: string;
  visibility: Visibility;
  deprecated: boolean;
  text: SearchText;
}

/** What a row of the palette shows: an entry without what only a search needs. */
export type ShownEntry = Omit<PaletteEntry, 'text'>;

/** An entry as it is stored and sent: small, and `expandEntry` makes the whole of it. */
export interface CompactEntry extends ShownEntry {
  /** Searched; absent where it is the same as `detail`. */
  description?: string;
  /** Path and tags. */
  rest: string;
}

/** What a search compares with, prepared once. All in lower case; `labelWords`, `id`, `owner` and `description` are words, each with a space before it. */
export interface SearchText {
  label: string;
  labelWords: string;
  /** Words inside the operation id: ` list invoices` for `listInvoices`. */
  id: string;
  owner: string;
  description: string;
  /** Path, tags, and the operation id as one word. */
  rest: string;
  /** Everything above in one, to tell quickly that a word is nowhere. */
  all: string;
  /** Words in which one typo is forgiven. */
  words: readonly string[];
  letters: TextLetters;
}

/** Bits of the letters that the texts have, and that their words begin with (`palette-letters.ts`). */
export interface TextLetters {
  label: number;
  labelStarts: number;
  idStarts: number;
  ownerStarts: number;
  descriptionStarts: number;
  rest: number;
}

export interface EntryTexts {
  label: string;
  operationId: string;
  ownerName: string;
  description: string;
  rest: string;
}

const wordPattern = /[\p{L}\p{N}]+/gu;

/** Splits at spaces, signs and camelCase humps; lower case. */
export function splitWords(text: string): string[] {
  const spaced = text
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2');
  return spaced.toLowerCase().match(wordPattern) ?? [];
}

/** Prepares the texts of one entry for searching. */
export function prepareTexts(texts: EntryTexts): SearchText {
  const label = texts.label.toLowerCase();
  const labelWords = spaced(label.match(wordPattern) ?? []);
  const idWords = splitWords(texts.operationId);
  const id = spaced(idWords);
  const owner = spaced(splitWords(texts.ownerName));
  const description = spaced(splitWords(texts.description));
  const rest = `${texts.rest} ${texts.operationId}`.toLowerCase();
  const words = [...new Set([...splitWords(texts.label), ...idWords])].filter((word) => word.length >= 4);
  const all = [label, id, owner, description, rest].join('\n');
  const letters = {
    label: lettersOf(label),
    labelStarts: firstLettersOf(labelWords),
    idStarts: firstLettersOf(id),
    ownerStarts: firstLettersOf(owner),
    descriptionStarts: firstLettersOf(description),
    rest: lettersOf(rest),
  };
  return { label, labelWords, id, owner, description, rest, all, words, letters };
}

function spaced(words: readonly string[]): string {
  return words.map((word) => ` ${word}`).join('');
}

export interface ConnectorMeta {
  apiId: string;
  /** The connector's own name. */
  name: string;
}

/** Entries of a connector, in the order of the palette: important, then the rest in document order, advanced last; internal kept but never shown. */
export function toPaletteEntries(connector: Connector, meta: ConnectorMeta): PaletteEntry[] {
  return toCompactEntries(connector, meta).map(expandEntry);
}

/** The same entries in the same order, as they are stored. */
export function toCompactEntries(connector: Connector, meta: ConnectorMeta): CompactEntry[] {
  const rank = (operation: Operation) =>
    ({ important: 0, none: 1, advanced: 2, internal: 3 })[operation.visibility] +
    (operation.deprecated ? 0.5 : 0);
  return connector.operations
    .map((operation, index) => ({ operation, index, rank: rank(operation) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ operation }) => entryOf(connector, operation, meta));
}

/** Prepares the texts of a stored entry for searching. */
export function expandEntry({ description, rest, ...shown }: CompactEntry): PaletteEntry {
  const { label, operationId, ownerName, detail } = shown;
  const texts = { label, operationId, ownerName, description: description ?? detail, rest };
  return { ...shown, text: prepareTexts(texts) };
}

function entryOf(connector: Connector, operation: Operation, meta: ConnectorMeta): CompactEntry {
  const label = operationLabel(operation);
  const description = operation.description.trim();
  const isSaid = description !== '' && description !== label;
  return {
    id: `${meta.apiId}#${operation.id}`,
    role: operation.kind,
    origin: 'custom',
    owner: meta.apiId,
    ownerName: meta.name,
    operationId: operation.id,
    label,
    detail: isSaid ? description : describeInputs(connector, operation),
    visibility: operation.visibility,
    deprecated: operation.deprecated,
    ...(isSaid ? {} : { description }),
    rest: [operation.path, ...operation.tags].join(' '),
  };
}

const inputsCounted = 200;

function describeInputs(connector: Connector, operation: Operation): string {
  const all = listInputs(connector, operation, { limit: inputsCounted + 1 });
  if (all.length > inputsCounted) return `More than ${inputsCounted} inputs`;
  const fields = all.filter((field) => field.visibility !== 'internal');
  if (fields.length === 0) return 'No inputs';
  const required = fields.filter((field) => field.required).length;
  const count = (number: number, word: string) => `${number} ${word} ${number === 1 ? 'input' : 'inputs'}`;
  if (required === 0) return count(fields.length, 'optional');
  if (required === fields.length) return count(required, 'required');
  return `${count(required, 'required')}, ${fields.length - required} optional`;
}
