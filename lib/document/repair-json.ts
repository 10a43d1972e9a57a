// Makes strict JSON (RFC 8259) of text that is nearly JSON. First the small, certain repairs of one pass; what is left
// goes through jsonrepair, whose changes are listed by comparison.
import { printParseErrorCode, visit } from 'jsonc-parser';
import { jsonrepair } from 'jsonrepair';
import { compareTexts } from './compare-texts';
import { missingClosers } from './json-scan';
import { type Mend, mendJson } from './mend-json';
import { type Positions, positionsOf } from './position';
import { foldRepairs, type Repair } from './repair';
import { applyTextEdits, type TextEdit } from './text-edit';

export interface RepairedJson {
  /** Strict JSON. */
  text: string;
  /** What leads from the text as it came to this one, in ascending order. */
  edits: TextEdit[];
  repairs: Repair[];
}

/**
 * Strict JSON text with the list of what was changed, or undefined where no repair is safe enough to offer. Text that
 * ends in the middle is not repaired: what is missing might be half of the file.
 */
export function repairJson(text: string): RepairedJson | undefined {
  const { mends, complete } = mendJson(text);
  const mended = applyTextEdits(text, mends);
  const place = positionsOf(text);
  if (complete && isStrictJson(mended))
    return { text: mended, edits: mends, repairs: foldRepairs(describe(mends, place)) };
  return complete ? rewrite(text, [], place) : rewrite(mended, mends, place);
}

/**
 * The first syntax error of a JSON text, as jsonc-parser names it. A missing comma is told where it belongs, and a closing
 * bracket that fits none by a name of its own.
 */
export function findSyntaxError(text: string): { name: string; offset: number } | undefined {
  let first: { name: string; offset: number } | undefined;
  const onError = (code: Parameters<typeof printParseErrorCode>[0], offset: number): void => {
    if (!first || offset < first.offset) first = { name: printParseErrorCode(code), offset };
  };
  visit(text, { onError }, { allowTrailingComma: false, disallowComments: true });
  if (first?.name !== 'CommaExpected') return first;
  if (/[}\]]/.test(text[first.offset] ?? '')) return { name: 'BracketUnexpected', offset: first.offset };
  return { name: first.name, offset: lastInk(text, first.offset) + 1 };
}

/** True for text that is JSON as it stands. */
export function isStrictJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Offset of the last character before `offset` that is not white space, or -1. */
function lastInk(text: string, offset: number): number {
  let index = offset - 1;
  while (index >= 0 && /\s/.test(text[index] ?? '')) index -= 1;
  return index;
}

const descriptions: Record<Mend['kind'], Omit<Repair, 'at'>> = {
  'comma-removed': { code: 'CONN1102', message: 'A comma before a closing bracket was removed.' },
  'comma-added': { code: 'CONN1104', message: 'A missing comma was added.' },
  closed: { code: 'CONN1105', message: 'The text ends too early: the closing bracket was added at the end.' },
  'early-end': {
    code: 'CONN1106',
    message: 'A closing bracket that ended the document too early was removed.',
  },
  tail: { code: 'CONN1106', message: 'Brackets after the end of the document were removed.' },
  comment: { code: 'CONN1103', message: 'JSON has no comments: it was removed.' },
  control: { code: 'CONN1107', message: 'A control character inside a text was written as an escape.' },
  space: { code: 'CONN1108', message: 'An unusual space character was replaced by a plain space.' },
};

/** One repair per place; characters of one kind are told once, with their number. */
function describe(mends: readonly Mend[], place: Positions): Repair[] {
  const characters = { control: 0, space: 0 };
  for (const { kind } of mends) if (kind === 'control' || kind === 'space') characters[kind] += 1;
  const told = new Set<Mend['kind']>();
  return mends.flatMap(({ kind, offset }) => {
    const { code, message } = descriptions[kind];
    if (kind !== 'control' && kind !== 'space') return [{ code, message, at: place(offset) }];
    if (told.has(kind)) return [];
    told.add(kind);
    const more = characters[kind] > 1 ? ` (${characters[kind]} places; the first is named.)` : '';
    return [{ code, message: `${message}${more}`, at: place(offset) }];
  });
}

// jsonrepair copies its output for each repair: in a long text with many faults it would take minutes.
const rewriteLimit = 100_000;

/** `text` differs from what came only by `mends` that keep every character at its offset. */
function rewrite(text: string, mends: readonly Mend[], place: Positions): RepairedJson | undefined {
  if (text.length > rewriteLimit || missingClosers(text) !== '') return undefined;
  let repaired: string;
  try {
    repaired = jsonrepair(text);
  } catch {
    return undefined;
  }
  if (!isStrictJson(repaired)) return undefined;
  const differences = compareTexts(text, repaired);
  if (!differences) return undefined;
  const edits = differences.map(({ offset, removed, added }) => ({
    offset,
    length: removed.length,
    text: added,
  }));
  const listed = differences.map(({ offset, removed, added }): Repair => {
    const what = [removed && `${quoted(removed)} was removed`, added && `${quoted(added)} was added`].filter(
      Boolean,
    );
    return { code: 'CONN1110', message: `${what.join(' and ')}.`, at: place(offset) };
  });
  return { text: repaired, edits, repairs: foldRepairs([...describe(mends, place), ...listed]) };
}

function quoted(text: string): string {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return `“${shown.replace(/\s+/g, ' ')}”`;
}
