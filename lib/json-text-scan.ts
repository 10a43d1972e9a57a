// One pass over JSON text without building anything: how deep it is nested, how many members it names, and whether a
// number in it needs more than a JS number can tell (5.0, 1e3, or more digits than a double holds).

export interface JsonTextScan {
  /** Offset of the bracket that goes past the depth, if any. */
  tooDeepAt?: number;
  /** Number of `name: value` pairs. */
  members: number;
  special: boolean;
}

const safeDigits = 15;

/** Scans any text; what is not JSON scans to something, and fails in the parser. */
export function scanJsonText(text: string, maxDepth: number): JsonTextScan {
  let depth = 0;
  let members = 0;
  let special = false;
  let index = 0;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code === 0x22) {
      index = endOfString(text, index);
      continue;
    }
    if (code >= 0x30 && code <= 0x39) {
      const end = endOfNumber(text, index);
      special ||= isSpecialNumber(text, index, end);
      index = end;
      continue;
    }
    if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > maxDepth) return { tooDeepAt: index, members, special };
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
    else if (code === 0x3a) members += 1;
    // -0 is a double: an int64 has no negative zero.
    else if (code === 0x2d && text.charCodeAt(index + 1) === 0x30) special ||= true;
    index += 1;
  }
  return { members, special };
}

function endOfString(text: string, start: number): number {
  let index = start + 1;
  for (;;) {
    const quote = text.indexOf('"', index);
    if (quote < 0) return text.length;
    let slashes = 0;
    while (text.charCodeAt(quote - 1 - slashes) === 0x5c && quote - 1 - slashes > start) slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
    index = quote + 1;
  }
}

function endOfNumber(text: string, start: number): number {
  let index = start + 1;
  for (; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const belongs =
      (code >= 0x30 && code <= 0x39) ||
      code === 0x2e ||
      code === 0x65 ||
      code === 0x45 ||
      code === 0x2b ||
      code === 0x2d;
    if (!belongs) break;
  }
  return index;
}

// A double with a fraction needs no care as long as all its digits fit: then it cannot round to a whole number.
function isSpecialNumber(text: string, start: number, end: number): boolean {
  let fraction = false;
  let nonZeroFraction = false;
  let digits = 0;
  for (let index = start; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x2e) fraction = true;
    else if (code >= 0x30 && code <= 0x39) {
      digits += 1;
      if (fraction && code !== 0x30) nonZeroFraction = true;
    } else return true;
  }
  if (digits > safeDigits) return true;
  return fraction && !nonZeroFraction;
}
