// A point in time as text by a .NET date format: one letter names a standard picture, more are a custom one.
import { type DateCulture, dateCulture } from '../culture';
import { fail } from '../expression-error';
import { readPicture } from './picture';
import { calendarDate, type Timestamp, ticksPerSecond, weekdayOf } from './timestamp';

const invariant = '';

/** Formats with the names and pictures of a culture. Throws EXPR1405 for a format that is none. */
export function formatTimestamp(time: Timestamp, format = 'o', culture = 'en-US'): string {
  if (format === '') return formatTimestamp(time, 'G', culture);
  if (format.length > 1) return formatPicture(time, format, dateCulture(culture));
  const standard = standardPicture(format, culture);
  return formatPicture(time, standard.picture, dateCulture(standard.culture));
}

/** The custom picture of a standard format letter. */
export function standardPicture(format: string, culture: string): { picture: string; culture: string } {
  const { pictures } = dateCulture(culture);
  switch (format) {
    case 'd':
      return { picture: pictures.shortDate, culture };
    case 'D':
      return { picture: pictures.longDate, culture };
    case 'f':
      return { picture: `${pictures.longDate} ${pictures.shortTime}`, culture };
    case 'F':
    case 'U':
      return { picture: `${pictures.longDate} ${pictures.longTime}`, culture };
    case 'g':
      return { picture: `${pictures.shortDate} ${pictures.shortTime}`, culture };
    case 'G':
      return { picture: `${pictures.shortDate} ${pictures.longTime}`, culture };
    case 'm':
    case 'M':
      return { picture: pictures.monthDay, culture };
    case 'o':
    case 'O':
      return { picture: "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK", culture: invariant };
    case 'r':
    case 'R':
      return { picture: "ddd', 'dd MMM yyyy HH':'mm':'ss 'GMT'", culture: invariant };
    case 's':
      return { picture: "yyyy'-'MM'-'dd'T'HH':'mm':'ss", culture: invariant };
    case 't':
      return { picture: pictures.shortTime, culture };
    case 'T':
      return { picture: pictures.longTime, culture };
    case 'u':
      return { picture: "yyyy'-'MM'-'dd HH':'mm':'ss'Z'", culture: invariant };
    case 'y':
    case 'Y':
      return { picture: pictures.yearMonth, culture };
    default:
      return fail('EXPR1405', `'${format}' is not a date format.`);
  }
}

function formatPicture(time: Timestamp, picture: string, culture: DateCulture): string {
  const parts = readPicture(picture);
  const hasDay = parts.some((part) => part.letter === 'd' && part.count < 3);
  const moment = momentOf(time, hasDay);
  let text = '';
  for (const part of parts) {
    if (part.letter === undefined) text += part.literal;
    else if (part.letter === 'F') {
      const digits = fraction(moment, part.count).replace(/0+$/, '');
      if (digits === '' && text.endsWith('.')) text = text.slice(0, -1);
      text += digits;
    } else text += formatPart(part.letter, part.count, moment, culture);
  }
  return text;
}

interface Moment {
  year: number;
  month: number;
  day: number;
  weekday: number;
  hour: number;
  minute: number;
  second: number;
  ticks: number;
  utc: boolean;
  hasDay: boolean;
}

function momentOf(time: Timestamp, hasDay: boolean): Moment {
  const seconds = Math.floor(time.tick / ticksPerSecond);
  const { year, month, day } = calendarDate(time.day);
  return {
    year,
    month,
    day,
    weekday: weekdayOf(time.day),
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    ticks: time.tick % ticksPerSecond,
    utc: time.utc,
    hasDay,
  };
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function fraction(moment: Moment, count: number): string {
  if (count > 7) return fail('EXPR1405', 'A date format has at most seven digits of a second.');
  return pad(moment.ticks, 7).slice(0, count);
}

function formatPart(letter: string, count: number, moment: Moment, { names, pictures }: DateCulture): string {
  switch (letter) {
    case 'd':
      if (count < 3) return pad(moment.day, count);
      return (count === 3 ? names.shortDays : names.days)[moment.weekday] ?? '';
    case 'M': {
      if (count < 3) return pad(moment.month, count);
      const short = moment.hasDay ? names.shortMonthsOfDay : names.shortMonths;
      const long = moment.hasDay ? names.monthsOfDay : names.months;
      return (count === 3 ? short : long)[moment.month - 1] ?? '';
    }
    case 'y':
      return count < 3 ? pad(moment.year % 100, count) : pad(moment.year, count);
    case 'h':
      return pad(moment.hour % 12 || 12, Math.min(count, 2));
    case 'H':
      return pad(moment.hour, Math.min(count, 2));
    case 'm':
      return pad(moment.minute, Math.min(count, 2));
    case 's':
      return pad(moment.second, Math.min(count, 2));
    case 'f':
      return fraction(moment, count);
    case 't': {
      const half = moment.hour < 12 ? names.am : names.pm;
      return count === 1 ? half.slice(0, 1) : half;
    }
    case 'g':
      return names.era;
    case 'K':
      return moment.utc ? 'Z' : '';
    case 'z':
      return ['+0', '+00', '+00:00'][Math.min(count, 3) - 1] ?? '';
    case ':':
      return pictures.timeSeparator;
    default:
      return pictures.dateSeparator;
  }
}
