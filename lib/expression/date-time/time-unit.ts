// Moving a point in time by units, and the distance between two.
import { fail } from '../expression-error';
import { addMonths, addTicks, type Timestamp, ticksPerDay, ticksPerSecond } from './timestamp';

const seconds: Record<string, number> = {
  second: 1,
  minute: 60,
  hour: 3_600,
  day: 86_400,
  week: 7 * 86_400,
};

/** Adds `count` units: Second, Minute, Hour, Day, Week, Month or Year, in any case. */
export function addUnits(time: Timestamp, count: number, unit: string): Timestamp {
  const name = unit.toLowerCase();
  if (name === 'month') return addMonths(time, count);
  if (name === 'year') return addMonths(time, count * 12);
  const size = Object.hasOwn(seconds, name) ? seconds[name] : undefined;
  if (size === undefined) {
    return fail('EXPR1405', `'${unit}' is not a unit: Second, Minute, Hour, Day, Week, Month or Year.`);
  }
  const perDay = 86_400 / size;
  const days = perDay < 1 ? count / perDay : Math.trunc(count / perDay);
  const rest = perDay < 1 ? 0 : count - days * perDay;
  return addTicks(time, days, rest * size * ticksPerSecond);
}

/** From the first to the second as [-][d.]hh:mm:ss[.fffffff]. */
export function formatDifference(from: Timestamp, to: Timestamp): string {
  let days = to.day - from.day;
  let ticks = to.tick - from.tick;
  const negative = days < 0 || (days === 0 && ticks < 0);
  if (negative) {
    days = -days;
    ticks = -ticks;
  }
  if (ticks < 0) {
    days -= 1;
    ticks += ticksPerDay;
  }
  const whole = Math.floor(ticks / ticksPerSecond);
  const pad = (value: number, length = 2) => String(value).padStart(length, '0');
  const clock = `${pad(Math.floor(whole / 3600))}:${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`;
  const fraction = ticks % ticksPerSecond;
  const tail = fraction === 0 ? '' : `.${pad(fraction, 7)}`;
  return `${negative ? '-' : ''}${days === 0 ? '' : `${days}.`}${clock}${tail}`;
}
