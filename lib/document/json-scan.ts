// Passes over JSON text that need no parser: how deep it nests, and which brackets stay open. They run before any
// recursive parser sees the text.

const quote = 34;
const backslash = 92;

/** Offset just past the string that opens at `start`, or -1 when it never closes. */
export function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === backslash) index += 1;
    else if (code === quote) return index + 1;
  }
  return -1;
}

/** Offset just past the comment that opens at `start`; a comment that never closes ends with the text. */
export function endOfComment(text: string, start: number): number {
  if (text[start + 1] === '*') {
    const end = text.indexOf('*/', start + 2);
    return end === -1 ? text.length : end + 2;
  }
  let end = start + 2;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}

/** Offset of the bracket that passes `limit` levels, or -1 where the text stays within it. */
export function findTooDeep(text: string, limit: number): number {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === quote) {
      const end = endOfString(text, index);
      if (end === -1) return -1;
      index = end - 1;
    } else if (code === 123 || code === 91) {
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
    if (character === '"') {
      const end = endOfString(text, index);
      if (end === -1) break;
      index = end - 1;
    } else if (character === '{') open.push('}');
    else if (character === '[') open.push(']');
    else if (character === '}' || character === ']') open.pop();
  }
  return open.reverse().join('');
}
