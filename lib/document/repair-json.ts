// Makes strict JSON (RFC 8259) of text that is nearly JSON. First the small, certain repairs, one by one, each found
// by the error position of jsonc-parser; what is left goes through jsonrepair, whose changes are listed by comparison.
import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { jsonrepair } from 'jsonrepair';
import { compareTexts } from './compare-texts';
import {
  applyTextEdits,
  type LexicalFault,
  listLexicalFaults,
  missingClosers,
  type TextEdit,
} from './json-scan';
import { positionAt } from './position';
import type { Repair } from './repair';

const rounds = 60;

/**
 * Strict JSON text with the list of what was changed, or undefined where no repair is safe enough to offer. Text that
 * ends in the middle is not repaired: what is missing might be half of the file.
 */
export function repairJson(text: string): { text: string; repairs: Repair[] } | undefined {
  const repairs: Repair[] = [];
  const faults = listLexicalFaults(text);
  if (faults.length > 0) repairs.push(...describeFaults(text, faults));
  let current = applyTextEdits(text, faults);
  if (missingClosers(current).length > 1) return undefined;
  for (let round = 0; round < rounds; round += 1) {
    if (isStrictJson(current)) return { text: current, repairs };
    const step = nextRepair(current);
    if (!step) break;
    repairs.push({ ...step.repair, at: positionAt(current, step.edit.offset) });
    current = applyTextEdits(current, [step.edit]);
  }
  return isStrictJson(current) ? { text: current, repairs } : rewrite(current, repairs);
}

/** The first syntax error of a JSON text, as jsonc-parser names it; a missing comma is told where it belongs. */
export function findSyntaxError(text: string): { name: string; offset: number } | undefined {
  const first = firstError(text);
  if (!first) return undefined;
  const name = printParseErrorCode(first.error);
  return { name, offset: name === 'CommaExpected' ? lastInk(text, first.offset) + 1 : first.offset };
}

function firstError(text: string): ParseError | undefined {
  const errors: ParseError[] = [];
  parseTree(text, errors, { allowTrailingComma: false, disallowComments: true });
  return errors.reduce<ParseError | undefined>(
    (first, error) => (first && first.offset <= error.offset ? first : error),
    undefined,
  );
}

function isStrictJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

interface RepairStep {
  edit: TextEdit;
  repair: Omit<Repair, 'at'>;
}

function nextRepair(text: string): RepairStep | undefined {
  const error = firstError(text);
  if (!error) return undefined;
  const name = printParseErrorCode(error.error);
  const before = lastInk(text, error.offset);
  const next = text.slice(error.offset).trimStart();
  const atEnd = next === '';
  if (
    (name === 'PropertyNameExpected' || name === 'ValueExpected') &&
    text[before] === ',' &&
    /^[}\]]?/.test(next)
  ) {
    const closes = next.startsWith('}') || next.startsWith(']') || atEnd;
    if (closes)
      return edit(before, 1, '', {
        code: 'CONN1102',
        message: 'A comma before a closing bracket was removed.',
      });
  }
  if (name === 'CommaExpected' && before >= 0 && !atEnd) {
    return edit(before + 1, 0, ',', { code: 'CONN1104', message: 'A missing comma was added.' });
  }
  if (
    (name === 'CloseBraceExpected' || name === 'CloseBracketExpected' || name === 'CommaExpected') &&
    atEnd
  ) {
    const closers = missingClosers(text);
    if (closers === '') return undefined;
    const message = `The text ends too early: ${closers} was added at the end.`;
    return edit(text.trimEnd().length, 0, closers, { code: 'CONN1105', message });
  }
  if (name === 'EndOfFileExpected' && text[before] === '}' && /^,?\s*"/.test(next)) {
    const message = 'A closing bracket that ended the document too early was removed.';
    return edit(before, 1, next.startsWith(',') ? '' : ',', { code: 'CONN1106', message });
  }
  if (name === 'EndOfFileExpected' && /^[\s}\],]*$/.test(next)) {
    const message = 'Brackets after the end of the document were removed.';
    return edit(error.offset, text.length - error.offset, '', { code: 'CONN1106', message });
  }
  return undefined;
}

function edit(offset: number, length: number, text: string, repair: Omit<Repair, 'at'>): RepairStep {
  return { edit: { offset, length, text }, repair };
}

/** Offset of the last character before `offset` that is not white space, or -1. */
function lastInk(text: string, offset: number): number {
  let index = offset - 1;
  while (index >= 0 && /\s/.test(text[index] ?? '')) index -= 1;
  return index;
}

const faultTexts: Record<LexicalFault['kind'], Omit<Repair, 'at'>> = {
  comment: { code: 'CONN1103', message: 'JSON has no comments: it was removed.' },
  control: { code: 'CONN1107', message: 'A control character inside a text was written as an escape.' },
  space: { code: 'CONN1108', message: 'An unusual space character was replaced by a plain space.' },
};

/** One repair per comment; characters of one kind are told once, with their number. */
function describeFaults(text: string, faults: readonly LexicalFault[]): Repair[] {
  const comments = faults.filter((fault) => fault.kind === 'comment');
  const repairs: Repair[] = comments.map((fault) => ({
    ...faultTexts.comment,
    at: positionAt(text, fault.offset),
  }));
  for (const kind of ['control', 'space'] as const) {
    const found = faults.filter((fault) => fault.kind === kind);
    const first = found[0];
    if (!first) continue;
    const { code, message } = faultTexts[kind];
    const more = found.length > 1 ? ` (${found.length} places; the first is named.)` : '';
    repairs.push({ code, message: `${message}${more}`, at: positionAt(text, first.offset) });
  }
  return repairs;
}

function rewrite(text: string, repairs: Repair[]): { text: string; repairs: Repair[] } | undefined {
  if (missingClosers(text) !== '') return undefined;
  let repaired: string;
  try {
    repaired = jsonrepair(text);
  } catch {
    return undefined;
  }
  if (!isStrictJson(repaired)) return undefined;
  const differences = compareTexts(text, repaired);
  if (!differences) return undefined;
  const listed = differences.map(({ offset, removed, added }): Repair => {
    const what = [removed && `${quoted(removed)} was removed`, added && `${quoted(added)} was added`].filter(
      Boolean,
    );
    return { code: 'CONN1110', message: `${what.join(' and ')}.`, at: positionAt(text, offset) };
  });
  return { text: repaired, repairs: [...repairs, ...listed] };
}

function quoted(text: string): string {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return `“${shown.replace(/\s+/g, ' ')}”`;
}
