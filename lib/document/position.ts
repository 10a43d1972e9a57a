// Line and column of a place in a text: what every message about a broken file names.

/** One-based, columns counted in UTF-16 units. */
export interface TextPosition {
  line: number;
  column: number;
}

/** Tells the position of a character offset; an offset past the end gives the end. CR, LF and CRLF end a line. */
export type Positions = (offset: number) => TextPosition;

/** For as many positions of one text as are needed: its lines are found once, at the first question. */
export function positionsOf(text: string): Positions {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= listLineStarts(text);
    const end = Math.min(offset, text.length);
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= end) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: end - (starts[low] ?? 0) + 1 };
  };
}

/** The position of one offset. */
export function positionAt(text: string, offset: number): TextPosition {
  return positionsOf(text)(offset);
}

function listLineStarts(text: string): number[] {
  const starts = [0];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) starts.push(index + 1);
  }
  return starts;
}
