// Edits of a text as data: what a repair changes, in terms of the text as it came.

export interface TextEdit {
  offset: number;
  length: number;
  text: string;
}

/** Applies edits that do not overlap and are in ascending order. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits) {
    parts.push(text.slice(at, edit.offset), edit.text);
    at = edit.offset + edit.length;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Tells for an offset in the text after the edits where it was before them. */
export function offsetsBefore(edits: readonly TextEdit[]): (offset: number) => number {
  let shift = 0;
  const moved = edits.map(({ offset, length, text }) => {
    const start = offset + shift;
    shift += text.length - length;
    return { start, end: start + text.length, before: offset, shift };
  });
  return (offset) => {
    let low = 0;
    let high = moved.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((moved[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const last = moved[low - 1];
    if (!last) return offset;
    return offset < last.end ? last.before : offset - last.shift;
  };
}
