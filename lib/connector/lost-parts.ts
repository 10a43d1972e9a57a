// Whether a definition that was repaired, or in which a key stands twice, is still the whole one. What would be lost is
// named with its place, and the file is refused.
import { createLocator } from '../document/locate';
import type { ParsedText } from '../document/parse-json';
import { applyTextEdits, offsetsBefore, type TextEdit } from '../document/text-edit';
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../json';
import { referenceOf, resolveReference } from './reference';
import { listWrongPlaces, quoted } from './wrong-places';

export interface LostPart {
  /** Offset in the text as it came; absent where no one place is to blame. */
  offset?: number;
  /** What is lost and what to do. */
  message: string;
}

type Read = Extract<ParsedText, { ok: true }>;

/** The first part that the reading would lose, or undefined. `source` is the text as it came. */
export function findLostPart(source: string, read: Read, document: JsonObject): LostPart | undefined {
  const dropped = findDroppedOperation(read);
  if (dropped) return dropped;
  if (read.text === source) return undefined;
  const wrong = findWrongPlace(read, document);
  if (wrong) return wrong;
  const key = findLostKey(source, read, document);
  if (key !== undefined) return { message: `${quoted(key)} would be lost by a repair. Correct the line.` };
  return findCut(read, document);
}

/** Repairs that add or move more than a comma. */
const guesses = ['CONN1105', 'CONN1106', 'CONN1110'];

/** Repairs behind which entries may stand elsewhere than they were written. */
const moves = ['CONN1104', ...guesses];

function hasRepair({ repairs }: Read, codes: readonly string[]): boolean {
  return repairs.some(({ code }) => codes.includes(code));
}

const ofOperation = /["'\s{,](?:operationId|responses)["']?\s*:/;

/**
 * A key that stands twice where the entry that does not count holds an operation. In a repaired text two operation IDs
 * in one object are two operations that ran together.
 */
function findDroppedOperation(read: Read): LostPart | undefined {
  const isRepaired = read.edits.length > 0;
  const lost = listDropped(read).find(
    ({ name, text }) => ofOperation.test(text) || (isRepaired && ofOperation.test(`"${name}":`)),
  );
  if (!lost) return undefined;
  const message = `The key ${quoted(lost.name)} stands twice here, and the first one holds an operation. Rename one of the two, or merge them.`;
  return { offset: offsetsBefore(read.edits)(lost.offset), message };
}

/** What stands below keys that do not count, each part of the text once. */
function listDropped({ text, duplicates }: Read): { name: string; offset: number; text: string }[] {
  let end = 0;
  return duplicates
    .toSorted((left, right) => left.dropped.from - right.dropped.from)
    .flatMap(({ name, offset, dropped }) => {
      if (dropped.from < end) return [];
      end = dropped.to;
      // The key itself is left out: an operation ID that stands twice drops no operation.
      return [{ name, offset, text: text.slice(dropped.from + name.length + 1, dropped.to) }];
    });
}

/** The first place in the text that no whole definition has and that brackets in the wrong place make. */
function findWrongPlace(read: Read, document: JsonObject): LostPart | undefined {
  if (!hasRepair(read, moves)) return undefined;
  const places = listWrongPlaces(document, hasRepair(read, guesses));
  if (places.length === 0) return undefined;
  const find = createLocator(read.text);
  const before = offsetsBefore(read.edits);
  return places
    .map(({ pointer, message }) => ({ message, offset: before(find(pointer)?.from ?? 0) }))
    .sort((left, right) => left.offset - right.offset)[0];
}

const writtenKey = /"([^"\\\r\n]+)"\s*:/g;

/** A key that the text has more often than the document; keys of repeated entries are told apart. */
function findLostKey(source: string, read: Read, document: JsonObject): string | undefined {
  const counts = new Map<string, number>();
  const count = (text: string, by: number): void => {
    for (const [, key = ''] of text.matchAll(writtenKey))
      if (!/^[\s,:]*$/.test(key)) counts.set(key, (counts.get(key) ?? 0) + by);
  };
  count(withoutComments(source, read), 1);
  for (const { name, text } of listDropped(read)) count(`"${name}":${text}`, -1);
  countKeys(document, counts);
  return [...counts].find(([, left]) => left > 0)?.[0];
}

/** Comments are told as repairs of their own; what they hide is no part of the file. */
function withoutComments(source: string, { edits }: Read): string {
  const isComment = ({ offset, length }: TextEdit): boolean =>
    length > 1 && /^\/[/*]/.test(source.slice(offset, offset + 2));
  return applyTextEdits(source, edits.filter(isComment));
}

function countKeys(value: JsonValue, counts: Map<string, number>): void {
  if (Array.isArray(value)) for (const item of value) countKeys(item, counts);
  if (!isJsonObject(value)) return;
  for (const [key, member] of Object.entries(value)) {
    counts.set(key, (counts.get(key) ?? 0) - 1);
    countKeys(member, counts);
  }
}

/** A definition without paths, or one that refers to what is not there after a bracket was moved or added. */
function findCut(read: Read, document: JsonObject): LostPart | undefined {
  const isDefinition =
    ownProperty(document, 'swagger') !== undefined || ownProperty(document, 'openapi') !== undefined;
  if (!isDefinition) return undefined;
  if (!isJsonObject(ownProperty(document, 'paths')))
    return { message: 'The file has no “paths”; it may have been cut. Save or download it again.' };
  return hasRepair(read, guesses) && hasLostReference(document, document)
    ? {
        message:
          'Parts that the file refers to are not in it; it may have been cut. Save or download it again.',
      }
    : undefined;
}

function hasLostReference(document: JsonObject, value: JsonValue): boolean {
  if (Array.isArray(value)) return value.some((item) => hasLostReference(document, item));
  if (!isJsonObject(value)) return false;
  if (referenceOf(value)?.startsWith('#/') && !resolveReference(document, { value, pointer: '' }))
    return true;
  return Object.values(value).some((member) => hasLostReference(document, member));
}
