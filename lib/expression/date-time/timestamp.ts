// A point in time to 100 ns as .NET's DateTime has it: days since 0001-01-01 and ticks of the day, each an exact number.
import { fail } from '../expression-error';

/** A tick is 100 ns. */
export const ticksPerSecond = 10_000_000;
export const ticksPerDay = 86_400 * ticksPerSecond;
const lastDay = 3_652_058;
/** Days from 0001-01-01 to 1970-01-01. */
const epochDay = 719_162;

export interface Timestamp {
  /** 0 is 0001-01-01. */
  day: number;
  /** 0 up to 863,999,999,999. */
  tick: number;
  /** True where the text said Z or an offset. */
  utc: boolean;
}

export interface CalendarDate {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
}

/** Days since 0001-01-01 of a date of the Gregorian calendar; undefined where there is no such date. */
export function dayOf({ year, month, day }: CalendarDate): number | undefined {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return undefined;
  }
  return Math.round(utcDay(year, month, day)) + epochDay;
}

function utcDay(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / 86_400_000;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The date of a day; days count from 0001-01-01. */
export function calendarDate(day: number): CalendarDate {
  const date = new Date((day - epochDay) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 is Sunday. */
export function weekdayOf(day: number): number {
  return (day + 1) % 7;
}

/** Moves by whole days and ticks; fails outside the years 1 to 9999. */
export function addTicks(time: Timestamp, days: number, ticks: number): Timestamp {
  const total = time.tick + ticks;
  const carried = Math.floor(total / ticksPerDay);
  const day = time.day + days + carried;
  if (!(day >= 0 && day <= lastDay)) fail('EXPR1403', 'The date lies outside the years 1 to 9999.');
  return { day, tick: total - carried * ticksPerDay, utc: time.utc };
}

/** Moves by months; a day that the month does not have becomes its last. */
export function addMonths(time: Timestamp, months: number): Timestamp {
  const date = calendarDate(time.day);
  const count = date.year * 12 + date.month - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  const day = dayOf({ year, month, day: Math.min(date.day, daysInMonth(year, month)) });
  if (day === undefined) return fail('EXPR1403', 'The date lies outside the years 1 to 9999.');
  return { day, tick: time.tick, utc: time.utc };
}

/** From milliseconds since 1970. */
export function fromEpoch(milliseconds: number): Timestamp {
  const days = Math.floor(milliseconds / 86_400_000);
  const tick = Math.floor((milliseconds - days * 86_400_000) * 10_000);
  return { day: days + epochDay, tick, utc: true };
}

/** From 100 ns since the year 1. */
export function fromTicks(ticks: bigint): Timestamp {
  const perDay = BigInt(ticksPerDay);
  return { day: Number(ticks / perDay), tick: Number(ticks % perDay), utc: true };
}

/** 100 ns since the year 1. */
export function toTicks(time: Timestamp): bigint {
  return BigInt(time.day) * BigInt(ticksPerDay) + BigInt(time.tick);
}

/** Whole milliseconds since 1970, and the ticks that are left. */
export function toEpoch(time: Timestamp): number {
  return (time.day - epochDay) * 86_400_000 + Math.floor(time.tick / 10_000);
}
