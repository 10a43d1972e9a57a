// Lists the small differences between a text and its repaired form, so that every change of a repair can be shown.

export interface TextDifference {
  /** In the first text. */
  offset: number;
  removed: string;
  added: string;
}

const window = 60;
const anchor = 12;

/**
 * The differences, in order; undefined where the texts do not come together again within 60 characters or differ in
 * more than 200 places: then the second is a different text rather than a repair of the first.
 */
export function compareTexts(before: string, after: string): TextDifference[] | undefined {
  const differences: TextDifference[] = [];
  let left = 0;
  let right = 0;
  while (left < before.length || right < after.length) {
    if (before[left] === after[right]) {
      left += 1;
      right += 1;
      continue;
    }
    const step = resynchronise(
      before.slice(left, left + window + anchor),
      after.slice(right, right + window + anchor),
      {
        endsLeft: before.length - left <= window + anchor,
        endsRight: after.length - right <= window + anchor,
      },
    );
    if (!step || differences.length >= 200) return undefined;
    differences.push({
      offset: left,
      removed: before.slice(left, left + step.removed),
      added: after.slice(right, right + step.added),
    });
    left += step.removed;
    right += step.added;
  }
  return differences;
}

/** The fewest characters to drop from each side until both go on alike for `anchor` characters or to their end. */
function resynchronise(
  before: string,
  after: string,
  ends: { endsLeft: boolean; endsRight: boolean },
): { removed: number; added: number } | undefined {
  for (let total = 1; total <= window; total += 1) {
    for (let removed = 0; removed <= total; removed += 1) {
      const added = total - removed;
      if (removed > before.length || added > after.length) continue;
      const left = before.slice(removed, removed + anchor);
      const right = after.slice(added, added + anchor);
      const bothEnd = ends.endsLeft && ends.endsRight && left.length < anchor;
      if (left === right && (left.length === anchor || bothEnd)) return { removed, added };
    }
  }
  return undefined;
}
