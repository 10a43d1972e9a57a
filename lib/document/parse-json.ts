// JSON text to a JSON value: strict first, then with listed repairs. Positions are line and column; nothing recursive
// runs before the depth is known.
import { visit } from 'jsonc-parser';
import type { JsonValue } from '../json';
import { limits } from '../limits';
import { findTooDeep, missingClosers } from './json-scan';
import { positionAt, type TextPosition } from './position';
import type { Repair } from './repair';
import { findSyntaxError, repairJson } from './repair-json';

export type ParsedText =
  | { ok: true; value: JsonValue; text: string; repairs: Repair[] }
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
    return { ok: true, value, text, repairs: listDuplicateKeys(text) };
  } catch {
    return parseRepaired(text);
  }
}

function parseRepaired(text: string): ParsedText {
  const repaired = repairJson(text);
  if (!repaired) return syntaxProblem(text);
  const value: JsonValue = JSON.parse(repaired.text);
  return {
    ok: true,
    value,
    text: repaired.text,
    repairs: [...repaired.repairs, ...listDuplicateKeys(repaired.text)],
  };
}

/** Keys that stand twice in one object: the last one counts. */
function listDuplicateKeys(text: string): Repair[] {
  const repairs: Repair[] = [];
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (name, offset) => {
      const keys = open.at(-1);
      if (keys?.has(name)) {
        const message = `The key ${JSON.stringify(name)} stands twice in one object; the last one counts.`;
        repairs.push({ code: 'CONN1109', message, at: positionAt(text, offset) });
      }
      keys?.add(name);
    },
  });
  return repairs;
}

const advice: Record<string, string> = {
  CommaExpected: 'A comma is missing here. Add it between the two entries.',
  ColonExpected: 'A colon is missing here. Write it between the key and its value.',
  ValueExpected: 'A value is missing here. Write one, or remove the comma or key before it.',
  PropertyNameExpected: 'A key in double quotes belongs here. Write one, or remove the comma before it.',
  CloseBraceExpected: 'A closing } is missing. Add it here.',
  CloseBracketExpected: 'A closing ] is missing. Add it here.',
  EndOfFileExpected:
    'The document has ended, yet more text follows. Remove one closing bracket too many, or the text that follows.',
  UnexpectedEndOfString: 'A text is not closed. Add the double quote at its end.',
  InvalidEscapeCharacter: 'A backslash is followed by something JSON does not know. Write two backslashes.',
  InvalidCharacter: 'A control character stands inside a text. Remove it or write it as an escape.',
  InvalidSymbol: 'This word is not JSON. Put it in double quotes.',
  InvalidCommentToken: 'JSON has no comments. Remove this one.',
};

/** The problem of a text that cannot be repaired safely: where, and what to do. */
export function syntaxProblem(text: string): ParsedText {
  const open = missingClosers(text).length;
  if (open > 1) {
    const message = `The file ends in the middle: ${open} brackets are still open. Save or download it again.`;
    return { ok: false, code: 'CONN1004', message, at: positionAt(text, text.trimEnd().length) };
  }
  const error = findSyntaxError(text);
  const message = advice[error?.name ?? ''] ?? 'The text is not JSON from here on. Correct it and try again.';
  return { ok: false, code: 'CONN1004', message, at: positionAt(text, error?.offset ?? 0) };
}
