// Points in time: now, moving, taking apart, zones, formats.

import { formatTimestamp } from '../date-time/format-timestamp';
import { parseExact } from '../date-time/parse-exact';
import { parseTimestamp } from '../date-time/parse-timestamp';
import { addUnits, formatDifference } from '../date-time/time-unit';
import { fromUtc, toUtc, zoneName } from '../date-time/time-zone';
import {
  calendarDate,
  dayOf,
  fromEpoch,
  fromTicks,
  type Timestamp,
  ticksPerSecond,
  toTicks,
  weekdayOf,
} from '../date-time/timestamp';
import { integerOf } from '../number-token';
import type { EvaluationScope } from '../scope';
import type { Value } from '../value';
import { integerAt, optionalTextAt, textAt } from './arguments';
import { type FunctionGroup, type FunctionImplementation, values } from './implementation';

function now(scope: EvaluationScope): Timestamp {
  return scope.ticks ? fromTicks(scope.ticks()) : fromEpoch(scope.now());
}

function thisYear(scope: EvaluationScope): number {
  return calendarDate(now(scope).day).year;
}

function timeAt(given: readonly Value[], index: number, scope: EvaluationScope): Timestamp {
  return parseTimestamp(textAt(given, index), 'en-US', thisYear(scope));
}

function format(time: Timestamp, given: readonly Value[], index: number): string {
  return formatTimestamp(time, optionalTextAt(given, index));
}

/** addDays() and its like: (timestamp, count, format?). */
function adding(unit: string): FunctionImplementation {
  return values((given, scope) =>
    format(addUnits(timeAt(given, 0, scope), integerAt(given, 1), unit), given, 2),
  );
}

/** addToTime() and its opposite: (timestamp, count, unit, format?). */
function moving(sign: 1 | -1): FunctionImplementation {
  return values((given, scope) => {
    const time = timeAt(given, 0, scope);
    return format(addUnits(time, sign * integerAt(given, 1), textAt(given, 2)), given, 3);
  });
}

/** getFutureTime() and its opposite: (count, unit, format?). */
function movingNow(sign: 1 | -1): FunctionImplementation {
  return values((given, scope) =>
    format(addUnits(now(scope), sign * integerAt(given, 0), textAt(given, 1)), given, 2),
  );
}

function startOf(cut: (time: Timestamp) => Timestamp): FunctionImplementation {
  return values((given, scope) => format(cut(timeAt(given, 0, scope)), given, 1));
}

function numberOf(read: (time: Timestamp) => number): FunctionImplementation {
  return values((given, scope) => read(timeAt(given, 0, scope)));
}

function inZone(time: Timestamp, zone: string): Timestamp {
  return zoneName(zone) === 'UTC' ? { ...time, utc: true } : fromUtc(time, zone);
}

const ticksPerHour = 3_600 * ticksPerSecond;

export const dateTimeImplementations: FunctionGroup = {
  utcNow: values((given, scope) => format(now(scope), given, 0)),
  addSeconds: adding('Second'),
  addMinutes: adding('Minute'),
  addHours: adding('Hour'),
  addDays: adding('Day'),
  addToTime: moving(1),
  subtractFromTime: moving(-1),
  getFutureTime: movingNow(1),
  getPastTime: movingNow(-1),
  startOfHour: startOf((time) => ({ ...time, tick: time.tick - (time.tick % ticksPerHour) })),
  startOfDay: startOf((time) => ({ ...time, tick: 0 })),
  startOfMonth: startOf((time) => ({
    ...time,
    day: time.day - calendarDate(time.day).day + 1,
    tick: 0,
  })),
  dayOfWeek: numberOf((time) => weekdayOf(time.day)),
  dayOfMonth: numberOf((time) => calendarDate(time.day).day),
  dayOfYear: numberOf((time) => {
    const first = dayOf({ year: calendarDate(time.day).year, month: 1, day: 1 }) ?? 0;
    return time.day - first + 1;
  }),
  ticks: values((given, scope) => integerOf(toTicks(timeAt(given, 0, scope)))),
  dateDifference: values((given, scope) =>
    formatDifference(timeAt(given, 0, scope), timeAt(given, 1, scope)),
  ),
  formatDateTime: values((given, scope) =>
    formatTimestamp(timeAt(given, 0, scope), optionalTextAt(given, 1), optionalTextAt(given, 2)),
  ),
  parseDateTime: values((given, scope) => {
    const text = textAt(given, 0);
    const culture = optionalTextAt(given, 1) ?? 'en-US';
    const picture = optionalTextAt(given, 2);
    const time =
      picture === undefined
        ? parseTimestamp(text, culture, thisYear(scope))
        : parseExact(text, picture, culture, thisYear(scope));
    return formatTimestamp(time);
  }),
  convertFromUtc: values((given, scope) =>
    format(inZone(timeAt(given, 0, scope), textAt(given, 1)), given, 2),
  ),
  convertToUtc: values((given, scope) => format(toUtc(timeAt(given, 0, scope), textAt(given, 1)), given, 2)),
  convertTimeZone: values((given, scope) => {
    const utc = toUtc(timeAt(given, 0, scope), textAt(given, 1));
    return format(inZone(utc, textAt(given, 2)), given, 3);
  }),
};
