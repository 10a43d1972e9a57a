// JSON text to a JSON value: strict first, then with listed repairs. Positions are line and column; nothing recursive
// runs before the depth is known.
import { visit } from 'jsonc-parser';
import type { JsonValue } from '../json';
import { limits } from '../limits';
import { findTooDeep, missingClosers } from './json-scan';
import { positionAt, positionsOf, type TextPosition } from './position';
import { foldRepairs, type Repair } from './repair';
import { findSyntaxError, repairJson } from './repair-json';
import { offsetsBefore, type TextEdit } from './text-edit';

/** A key that stands twice in one object; the last one counts. */
export interface DuplicateKey {
  name: string;
  /** Offset of the key that counts. */
  offset: number;
  /** The entry that does not count: offsets into the text, end exclusive, with what follows up to the next key. */
  dropped: { from: number; to: number };
}

export type ParsedText =
  | {
      ok: true;
      value: JsonValue;
      /** Strict JSON, or YAML as it came. */
      text: string;
      /** What leads from the text as it came to `text`. */
      edits: TextEdit[];
      repairs: Repair[];
      /** Offsets in `text`. */
      duplicates: DuplicateKey[];
    }
  | { ok: false; code: string; message: string; at: TextPosition };

/** Parses JSON, repairing small faults. `text` of the answer is strict JSON. */
export function parseJson(text: string): ParsedText {
  const tooDeep = findTooDeep(text, limits.documentDepth.value);
  if (tooDeep >= 0) {
    return {
      ok: false,
      code: 'CONN1003',
      message: limits.documentDepth.sentence,
      at: positionAt(text, tooDeep),
    };
  }
  try {
    const value: JsonValue = JSON.parse(text);
    return found(text, { value, text, edits: [], repairs: [] });
  } catch {
    const repaired = repairJson(text);
    return repaired ? found(text, { ...repaired, value: JSON.parse(repaired.text) }) : syntaxProblem(text);
  }
}

function found(
  source: string,
  read: { value: JsonValue; text: string; edits: TextEdit[]; repairs: Repair[] },
): ParsedText {
  const duplicates = listDuplicateKeys(read.text);
  const place = positionsOf(source);
  const before = offsetsBefore(read.edits);
  const told = duplicates.map(({ name, offset }) => duplicateRepair(name, place(before(offset))));
  return { ok: true, ...read, duplicates, repairs: [...read.repairs, ...foldRepairs(told)] };
}

/** How a key that stands twice is told. */
export function duplicateRepair(name: string, at: TextPosition): Repair {
  const shown = name.length > 80 ? `${name.slice(0, 80)}…` : name;
  const message = `The key ${JSON.stringify(shown)} stands twice in one object; the last one counts.`;
  return { code: 'CONN1109', message, at };
}

function listDuplicateKeys(text: string): DuplicateKey[] {
  const duplicates: DuplicateKey[] = [];
  const open: { last: Map<string, number>; offsets: number[] }[] = [];
  visit(text, {
    onObjectBegin: () => {
      open.push({ last: new Map(), offsets: [] });
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (name, offset) => {
      const keys = open.at(-1);
      if (!keys) return;
      keys.offsets.push(offset);
      const former = keys.last.get(name);
      keys.last.set(name, keys.offsets.length - 1);
      if (former === undefined) return;
      const [from = offset, to = offset] = keys.offsets.slice(former, former + 2);
      duplicates.push({ name, offset, dropped: { from, to } });
    },
  });
  return duplicates;
}

const advice: Record<string, string> = {
  BracketUnexpected:
    'This closing bracket fits no open one: an opening bracket above is missing, or this one is too many.',
  CommaExpected: 'A comma is missing here. Add it between the two entries.',
  ColonExpected: 'A colon is missing here. Write it between the key and its value.',
  ValueExpected: 'A value is missing here. Write one, or remove the comma or key before it.',
  PropertyNameExpected: 'A key in double quotes belongs here. Write one, or remove the comma before it.',
  CloseBraceExpected: 'A closing } is missing. Add it here.',
  CloseBracketExpected: 'A closing ] is missing. Add it here.',
  EndOfFileExpected:
    'The document has ended, yet more text follows. Remove one closing bracket too many, or the text that follows.',
  InvalidCommentToken: 'JSON has no comments. Remove this one and any that follow.',
  UnexpectedEndOfComment: 'JSON has no comments, and this one never ends. Remove it.',
  UnexpectedEndOfString: 'A text is not closed. Add the double quote at its end.',
  InvalidEscapeCharacter: 'A backslash is followed by something JSON does not know. Write two backslashes.',
  InvalidCharacter: 'A control character stands inside a text. Remove it or write it as an escape.',
  InvalidSymbol: 'This is not JSON. Put a text in double quotes, or remove what does not belong here.',
};

/** The problem of a text that cannot be repaired safely: where, and what to do. */
export function syntaxProblem(text: string): Extract<ParsedText, { ok: false }> {
  const open = missingClosers(text).length;
  if (open > 1) {
    const message = `The file ends in the middle: ${open} brackets are still open. Save or download it again.`;
    return { ok: false, code: 'CONN1004', message, at: positionAt(text, text.trimEnd().length) };
  }
  const error = findSyntaxError(text);
  const message = advice[error?.name ?? ''] ?? 'The text is not JSON from here on. Correct it and try again.';
  return { ok: false, code: 'CONN1004', message, at: positionAt(text, error?.offset ?? 0) };
}
