// Time zones by their Windows names (any case) or IANA names: how far local time is from UTC.
import { Temporal } from 'temporal-polyfill';
import { WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { fail } from '../expression-error';
import { addTicks, calendarDate, type Timestamp, ticksPerSecond, toEpoch } from './timestamp';

const known = new Map<string, string>();
for (const { windowsName, territory, iana } of WINDOWS_TO_IANA_MAP) {
  const first = iana[0];
  if (territory === '001' && first !== undefined) known.set(windowsName.toLowerCase(), first);
}
known.set('utc', 'UTC');

/** The IANA name of a zone. Throws EXPR1405 where it is not known. */
export function zoneName(name: string): string {
  const found = known.get(name.trim().toLowerCase());
  if (found !== undefined) return found;
  try {
    if (/^[A-Za-z]+\/[A-Za-z0-9_+/-]+$/.test(name)) {
      return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone;
    }
  } catch {
    // Not known to Intl either: said below.
  }
  return fail('EXPR1405', `'${name}' is not a time zone, such as Pacific Standard Time.`);
}

/** Local time of a zone; the result says no kind. */
export function fromUtc(time: Timestamp, zone: string): Timestamp {
  const instant = Temporal.Instant.fromEpochMilliseconds(toEpoch(time));
  const offset = instant.toZonedDateTimeISO(zoneName(zone)).offsetNanoseconds / 1e9;
  return { ...addTicks(time, 0, offset * ticksPerSecond), utc: false };
}

/** UTC of a local time; a time that occurs twice is taken as standard time, one that the clock skips is refused. */
export function toUtc(time: Timestamp, zone: string): Timestamp {
  if (time.utc) return time;
  const seconds = Math.floor(time.tick / ticksPerSecond);
  const local = Temporal.PlainDateTime.from({
    ...calendarDate(time.day),
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
  });
  const zoned = local.toZonedDateTime(zoneName(zone), { disambiguation: 'later' });
  if (!zoned.toPlainDateTime().equals(local)) {
    fail('EXPR1403', `${local.toString()} does not exist in ${zone}: the clock skips it.`);
  }
  return { ...addTicks(time, 0, (-zoned.offsetNanoseconds / 1e9) * ticksPerSecond), utc: true };
}
