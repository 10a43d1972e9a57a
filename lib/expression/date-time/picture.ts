// A custom .NET date picture, cut into runs of letters that mean something and literal text.
import { fail } from '../expression-error';

export interface PicturePart {
  /** d f F g h H K m M s t y z : / ; undefined for literal text. */
  letter?: string;
  count: number;
  literal: string;
}

const letters = 'dfFghHKmMstyz';
const single = ':/K';

const known = new Map<string, PicturePart[]>();
const mostKnown = 200;

/** Reads a picture: runs of letters, 'quoted' and "quoted" text, \c for one character, %c for a lone letter. */
export function readPicture(picture: string): readonly PicturePart[] {
  const found = known.get(picture);
  if (found) return found;
  const parts = cutPicture(picture);
  if (known.size >= mostKnown) known.clear();
  known.set(picture, parts);
  return parts;
}

function cutPicture(picture: string): PicturePart[] {
  const parts: PicturePart[] = [];
  let at = 0;
  while (at < picture.length) {
    const character = picture.charAt(at);
    if (character === "'" || character === '"') {
      const { literal, end } = readQuoted(picture, at);
      parts.push({ literal, count: 0 });
      at = end;
    } else if (character === '\\') {
      if (at + 1 >= picture.length) fail('EXPR1405', 'A date format cannot end with \\.');
      parts.push({ literal: picture.charAt(at + 1), count: 0 });
      at += 2;
    } else if (character === '%') {
      if (at + 1 >= picture.length || picture[at + 1] === '%') {
        fail('EXPR1405', 'A % in a date format needs a letter after it.');
      }
      at += 1;
    } else if (single.includes(character)) {
      parts.push({ letter: character, count: 1, literal: '' });
      at += 1;
    } else if (letters.includes(character)) {
      let end = at + 1;
      while (picture[end] === character) end += 1;
      parts.push({ letter: character, count: end - at, literal: '' });
      at = end;
    } else {
      parts.push({ literal: character, count: 0 });
      at += 1;
    }
  }
  return parts;
}

function readQuoted(picture: string, start: number): { literal: string; end: number } {
  const quote = picture.charAt(start);
  let literal = '';
  for (let at = start + 1; at < picture.length; at += 1) {
    const character = picture.charAt(at);
    if (character === quote) return { literal, end: at + 1 };
    if (character === '\\') at += 1;
    literal += picture.charAt(at);
  }
  return fail('EXPR1405', `The date format has a ${quote} that is not closed.`);
}
