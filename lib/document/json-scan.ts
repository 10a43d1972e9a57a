// Passes over JSON text that need no parser: how deep it nests, which brackets stay open, and which characters
// between or inside strings JSON (RFC 8259) does not allow. They run before any recursive parser sees the text.

const quote = 34;
const backslash = 92;

/** Offset just past the string that opens at `start`, or the end of the text when it never closes. */
function skipString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === backslash) index += 1;
    else if (code === quote) return index + 1;
  }
  return text.length;
}

/** Offset of the bracket that passes `limit` levels, or -1 where the text stays within it. */
export function findTooDeep(text: string, limit: number): number {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === quote) index = skipString(text, index) - 1;
    else if (code === 123 || code === 91) {
      depth += 1;
      if (depth > limit) return index;
    } else if (code === 125 || code === 93) depth -= 1;
  }
  return -1;
}

/** The closing brackets that are missing at the end of the text, innermost first. */
export function missingClosers(text: string): string {
  const open: string[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') index = skipString(text, index) - 1;
    else if (character === '{') open.push('}');
    else if (character === '[') open.push(']');
    else if (character === '}' || character === ']') open.pop();
  }
  return open.reverse().join('');
}

export interface TextEdit {
  offset: number;
  length: number;
  text: string;
}

/** Applies edits that do not overlap and are in ascending order. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.offset) + edit.text;
    at = edit.offset + edit.length;
  }
  return result + text.slice(at);
}

export interface LexicalFault extends TextEdit {
  kind: 'comment' | 'control' | 'space';
}

const otherSpace = /[\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]/;

/** Comments, raw control characters inside strings and unusual spaces between tokens, with what replaces each. */
export function listLexicalFaults(text: string): LexicalFault[] {
  const faults: LexicalFault[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (character === '"') {
      const end = skipString(text, index);
      pushControlFaults(faults, text, { start: index, end });
      index = end - 1;
    } else if (character === '/' && (text[index + 1] === '/' || text[index + 1] === '*')) {
      const end = commentEnd(text, index);
      const blank = text.slice(index, end).replace(/[^\r\n]/g, ' ');
      faults.push({ kind: 'comment', offset: index, length: end - index, text: blank });
      index = end - 1;
    } else if (otherSpace.test(character)) {
      faults.push({ kind: 'space', offset: index, length: 1, text: ' ' });
    }
  }
  return faults;
}

function commentEnd(text: string, start: number): number {
  const line = text[start + 1] === '/';
  const end = line ? text.slice(start).search(/[\r\n]/) : text.indexOf('*/', start + 2);
  if (end === -1) return text.length;
  return line ? start + end : end + 2;
}

function pushControlFaults(
  faults: LexicalFault[],
  text: string,
  string: { start: number; end: number },
): void {
  for (let index = string.start + 1; index < string.end - 1; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 32) continue;
    const escaped = JSON.stringify(String.fromCharCode(code)).slice(1, -1);
    faults.push({ kind: 'control', offset: index, length: 1, text: escaped });
  }
}
