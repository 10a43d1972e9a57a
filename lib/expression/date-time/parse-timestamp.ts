// Text to a point in time as DateTime.Parse reads it: ISO 8601, then dates in the order and words of a culture.
// An offset is applied, so the result is UTC; without one the kind stays open.
import { type DateCulture, dateCulture } from '../culture';
import { fail, quote } from '../expression-error';
import { addTicks, dayOf, type Timestamp, ticksPerSecond, weekdayOf } from './timestamp';

export interface ClockParts {
  hour: number;
  minute: number;
  second: number;
  /** Ticks below the second. */
  fraction: number;
}

const iso =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?)?\s*(?:([Zz])|(?:GMT|UTC)|([-+])(\d{2}):?(\d{2})?)?$/;

/** Ticks of a fraction of a second; more than seven digits are rounded. */
export function fractionTicks(digits: string): number {
  return Math.round(Number(`0.${digits || '0'}`) * ticksPerSecond);
}

/** No place is further from UTC; .NET refuses more. */
const furthestOffset = 14 * 60;

/** A point in time from its parts; undefined where there is no such date or time. */
export function timestampOf(
  date: { year: number; month: number; day: number },
  clock: ClockParts,
  offsetMinutes: number | undefined,
): Timestamp | undefined {
  const day = dayOf(date);
  if (day === undefined || clock.hour > 23 || clock.minute > 59 || clock.second > 59) return undefined;
  const seconds = clock.hour * 3600 + clock.minute * 60 + clock.second;
  const local = addTicks({ day, tick: 0, utc: false }, 0, seconds * ticksPerSecond + clock.fraction);
  if (offsetMinutes === undefined) return local;
  if (Math.abs(offsetMinutes) > furthestOffset) return undefined;
  const moved = addTicks(local, 0, -offsetMinutes * 60 * ticksPerSecond);
  return { day: moved.day, tick: moved.tick, utc: true };
}

/** No culture writes a longer one; longer texts are refused before any pattern sees them. */
const longestTimestamp = 200;

/** Reads a timestamp; `culture` is a locale name, '' the invariant culture. Throws EXPR1405 where it is none. */
export function parseTimestamp(text: string, culture = 'en-US', thisYear = 2000): Timestamp {
  const trimmed = text.trim();
  if (trimmed.length > longestTimestamp) fail('EXPR1405', `${quote(text)} is not a date and time.`);
  const found = iso.exec(trimmed);
  const time = found ? fromIso(found) : parseWords(trimmed, dateCulture(culture), thisYear);
  return time ?? fail('EXPR1405', `${quote(text)} is not a date and time.`);
}

function fromIso(found: RegExpExecArray): Timestamp | undefined {
  const number = (index: number) => Number(found[index] ?? 0);
  const utc = found[8] !== undefined || /(?:GMT|UTC)$/.test(found[0]);
  const sign = found[9] === '-' ? -1 : 1;
  const offset = found[9] === undefined ? undefined : sign * (number(10) * 60 + number(11));
  return timestampOf(
    { year: number(1), month: number(2), day: number(3) },
    { hour: number(4), minute: number(5), second: number(6), fraction: fractionTicks(found[7] ?? '') },
    utc ? 0 : offset,
  );
}

const clockPattern =
  /(?:^|[\sT,])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(?:\s*([^\s\d+-]+\.?(?:\s?m\.)?))?/i;
const zonePattern = /\s*(?:\b(Z|GMT|UTC)|([-+])(\d{1,2}):?(\d{2}))$/i;

interface Found {
  clock: ClockParts;
  offset: number | undefined;
  rest: string;
}

function takeClock(text: string, culture: DateCulture): Found | undefined {
  let rest = text;
  let offset: number | undefined;
  const zone = zonePattern.exec(rest);
  if (zone && (zone[1] || /:\d{2}/.test(rest.slice(0, zone.index)))) {
    const minutes = Number(zone[3] ?? 0) * 60 + Number(zone[4] ?? 0);
    offset = zone[2] === '-' ? -minutes : minutes;
    rest = rest.slice(0, zone.index);
  }
  const clock = { hour: 0, minute: 0, second: 0, fraction: 0 };
  const found = clockPattern.exec(rest);
  if (!found) {
    const hourOnly = /\s(\d{1,2})\s?([ap]m?)$/i.exec(rest);
    if (!hourOnly) return { clock, offset, rest };
    const hour = halfDay(Number(hourOnly[1]), hourOnly[2] ?? '', culture);
    return hour === undefined
      ? undefined
      : { clock: { ...clock, hour }, offset, rest: rest.slice(0, hourOnly.index) };
  }
  const word = found[5] ?? '';
  const hour = halfDay(Number(found[1]), word, culture);
  const isHalf = hour !== undefined && word !== '';
  clock.hour = hour ?? Number(found[1]);
  clock.minute = Number(found[2]);
  clock.second = Number(found[3] ?? 0);
  clock.fraction = fractionTicks(found[4] ?? '');
  const whole = found[0];
  const used = isHalf || word === '' ? whole : whole.slice(0, whole.lastIndexOf(word));
  return {
    clock,
    offset,
    rest: `${rest.slice(0, found.index)} ${rest.slice(found.index + used.length)}`,
  };
}

/** The hour of 24 for an hour with AM or PM; undefined where the word is neither. */
function halfDay(hour: number, word: string, { names }: DateCulture): number | undefined {
  if (word === '') return hour;
  const said = word.toLowerCase().replace(/[.\s]/g, '');
  const isPm = said === 'pm' || said === 'p' || said === names.pm.toLowerCase().replace(/[.\s]/g, '');
  const isAm = said === 'am' || said === 'a' || said === names.am.toLowerCase().replace(/[.\s]/g, '');
  if (!isPm && !isAm) return undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (isPm ? 12 : 0);
}

function nameIndex(lists: readonly (readonly string[])[], word: string): number {
  const wanted = word.toLowerCase().replace(/\.$/, '');
  for (const list of lists) {
    const index = list.findIndex((name) => name.toLowerCase().replace(/\.$/, '') === wanted);
    if (index >= 0) return index;
  }
  return -1;
}

/** Years of two digits lie between 1950 and 2049. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function parseWords(text: string, culture: DateCulture, thisYear: number): Timestamp | undefined {
  const found = takeClock(text, culture);
  if (!found) return undefined;
  const { names, order } = culture;
  const numbers: string[] = [];
  let month = -1;
  let weekday = -1;
  for (const token of found.rest.match(/\d+|[^\d\s,/.-]+\.?/g) ?? []) {
    if (/^\d/.test(token)) numbers.push(token);
    else {
      const asMonth = nameIndex(
        [names.months, names.monthsOfDay, names.shortMonths, names.shortMonthsOfDay],
        token,
      );
      const asDay = nameIndex([names.days, names.shortDays], token);
      if (asMonth >= 0 && month < 0) month = asMonth + 1;
      else if (asDay >= 0 && weekday < 0) weekday = asDay;
      else if (!/^(?:de|del|d|of|T|年|月|日)$/i.test(token)) return undefined;
    }
  }
  const date = arrange(numbers, month, order, thisYear);
  const time = date && timestampOf(date, found.clock, found.offset);
  if (!time) return undefined;
  const day = dayOf(date);
  if (weekday >= 0 && day !== undefined && weekdayOf(day) !== weekday) return undefined;
  return time;
}

function arrange(
  numbers: readonly string[],
  month: number,
  order: DateCulture['order'],
  thisYear: number,
): { year: number; month: number; day: number } | undefined {
  const [a = '', b = '', c = ''] = numbers;
  if (month > 0) {
    if (numbers.length === 2) {
      const yearFirst = a.length > 2;
      return { year: fullYear(yearFirst ? a : b), month, day: Number(yearFirst ? b : a) };
    }
    if (numbers.length !== 1) return undefined;
    return a.length > 2 ? { year: fullYear(a), month, day: 1 } : { year: thisYear, month, day: Number(a) };
  }
  if (numbers.length === 2) {
    if (a.length > 2) return { year: fullYear(a), month: Number(b), day: 1 };
    if (b.length > 2) return { year: fullYear(b), month: Number(a), day: 1 };
    const [first, second] = [Number(a), Number(b)];
    return { year: thisYear, month: order === 'dmy' ? second : first, day: order === 'dmy' ? first : second };
  }
  if (numbers.length !== 3) return undefined;
  if (a.length > 2 || order === 'ymd') return { year: fullYear(a), month: Number(b), day: Number(c) };
  return order === 'dmy'
    ? { year: fullYear(c), month: Number(b), day: Number(a) }
    : { year: fullYear(c), month: Number(a), day: Number(b) };
}
