// Whether two short words are nearly the same, for guessing what a misspelt key means.

/** True where at most `limit` characters are inserted, removed or replaced between two texts (Levenshtein). */
export function isNearly(first: string, second: string, limit: number): boolean {
  if (Math.abs(first.length - second.length) > limit) return false;
  let same = 0;
  while (same < first.length && first[same] === second[same]) same += 1;
  const one = first.slice(same);
  const other = second.slice(same);
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const cost = one[row - 1] === other[column - 1] ? 0 : 1;
      const replaced = (previous[column - 1] ?? 0) + cost;
      const value = Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      current.push(value);
      least = Math.min(least, value);
    }
    if (least > limit) return false;
    previous = current;
  }
  return (previous[other.length] ?? 0) <= limit;
}
