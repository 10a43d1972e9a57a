// Text to a point in time by a .NET date format, as DateTime.ParseExact reads it.
import { type DateCulture, dateCulture } from '../culture';
import { fail, quote } from '../expression-error';
import { standardPicture } from './format-timestamp';
import { fractionTicks, fullYear, timestampOf } from './parse-timestamp';
import { type PicturePart, readPicture } from './picture';
import type { Timestamp } from './timestamp';

interface Fields {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  fraction: number;
  pm: boolean | undefined;
  offset: number | undefined;
}

/** Reads `text` in the shape of `format`. Throws EXPR1405 where it does not have it. */
export function parseExact(text: string, format: string, culture: string, thisYear: number): Timestamp {
  const standard = format.length === 1 ? standardPicture(format, culture) : { picture: format, culture };
  const parts = readPicture(standard.picture);
  const fields: Fields = {
    year: thisYear,
    month: 1,
    day: 1,
    hour: 0,
    minute: 0,
    second: 0,
    fraction: 0,
    pm: undefined,
    offset: undefined,
  };
  let rest = text;
  for (const part of parts) {
    const used = readPart(part, rest, fields, dateCulture(standard.culture));
    if (used === undefined)
      return fail('EXPR1405', `${quote(text)} does not have the form ${quote(format)}.`);
    rest = rest.slice(used);
  }
  const hour = fields.pm === undefined ? fields.hour : (fields.hour % 12) + (fields.pm ? 12 : 0);
  const time = timestampOf(fields, { ...fields, hour }, fields.offset);
  if (rest !== '' || !time)
    return fail('EXPR1405', `${quote(text)} does not have the form ${quote(format)}.`);
  return time;
}

// How many characters the part takes, undefined where it does not fit.
function readPart(part: PicturePart, rest: string, fields: Fields, culture: DateCulture): number | undefined {
  const { names, pictures } = culture;
  switch (part.letter) {
    case undefined:
      return rest.startsWith(part.literal) ? part.literal.length : undefined;
    case ':':
      return rest.startsWith(pictures.timeSeparator) ? pictures.timeSeparator.length : undefined;
    case '/':
      return rest.startsWith(pictures.dateSeparator) ? pictures.dateSeparator.length : undefined;
    case 'y':
      return readNumber(
        rest,
        part.count <= 2 ? [part.count, 2] : [part.count, Math.max(4, part.count)],
        (digits) => {
          fields.year = fullYear(digits);
        },
      );
    case 'M':
      if (part.count < 3)
        return readNumber(rest, [part.count, 2], (digits) => (fields.month = Number(digits)));
      return readName(
        rest,
        [names.months, names.monthsOfDay, names.shortMonths, names.shortMonthsOfDay],
        (index) => {
          fields.month = index + 1;
        },
      );
    case 'd':
      if (part.count < 3) return readNumber(rest, [part.count, 2], (digits) => (fields.day = Number(digits)));
      return readName(rest, [names.days, names.shortDays], () => undefined);
    case 'h':
    case 'H':
      return readNumber(rest, [part.count, 2], (digits) => (fields.hour = Number(digits)));
    case 'm':
      return readNumber(rest, [part.count, 2], (digits) => (fields.minute = Number(digits)));
    case 's':
      return readNumber(rest, [part.count, 2], (digits) => (fields.second = Number(digits)));
    case 'f':
    case 'F':
      return readNumber(rest, [part.letter === 'F' ? 0 : part.count, part.count], (digits) => {
        fields.fraction = fractionTicks(digits);
      });
    case 't':
      return readName(
        rest,
        [[names.am, names.pm].map((word) => word.slice(0, part.count === 1 ? 1 : undefined))],
        (index) => {
          fields.pm = index === 1;
        },
      );
    case 'g':
      return rest.startsWith(names.era) ? names.era.length : undefined;
    default:
      return readOffset(rest, fields, part.letter === 'K');
  }
}

function readNumber(
  rest: string,
  [least, most]: [number, number],
  set: (digits: string) => unknown,
): number | undefined {
  const digits = /^\d*/.exec(rest)?.[0].slice(0, most) ?? '';
  if (digits.length < least) return undefined;
  if (digits.length > 0) set(digits);
  return digits.length;
}

function readName(
  rest: string,
  lists: readonly (readonly string[])[],
  set: (index: number) => void,
): number | undefined {
  const lower = rest.toLowerCase();
  let best = '';
  for (const list of lists) {
    for (const [index, name] of list.entries()) {
      if (name.length > best.length && lower.startsWith(name.toLowerCase())) {
        best = name;
        set(index);
      }
    }
  }
  return best === '' ? undefined : best.length;
}

function readOffset(rest: string, fields: Fields, optional: boolean): number | undefined {
  const found = /^(?:(Z)|([-+])(\d{1,2})(?::?(\d{2}))?)/i.exec(rest);
  if (!found) return optional ? 0 : undefined;
  const minutes = Number(found[3] ?? 0) * 60 + Number(found[4] ?? 0);
  fields.offset = found[2] === '-' ? -minutes : minutes;
  return found[0].length;
}
