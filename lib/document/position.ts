// Line and column of a place in a text: what every message about a broken file names.

/** One-based, columns counted in UTF-16 units. */
export interface TextPosition {
  line: number;
  column: number;
}

/** The position of a character offset; an offset past the end gives the end. CR, LF and CRLF end a line. */
export function positionAt(text: string, offset: number): TextPosition {
  const end = Math.min(offset, text.length);
  let line = 1;
  let lineStart = 0;
  for (let index = 0; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (code !== 10 && !(code === 13 && text.charCodeAt(index + 1) !== 10)) continue;
    line += 1;
    lineStart = index + 1;
  }
  return { line, column: end - lineStart + 1 };
}
