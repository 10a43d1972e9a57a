// The log: one JSON object a line, so that no text from outside can forge a line; bodies and secrets are never among the facts.
import { type DestinationStream, type Logger, pino } from 'pino';

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** Writes to standard error unless a destination is given. `level` is one of pino's names; anything else means `warn`. */
export function createLog(level: string | undefined, destination?: DestinationStream): Logger {
  const known = level !== undefined && levels.includes(level) ? level : 'warn';
  return pino({ level: known }, destination ?? pino.destination({ dest: 2, sync: false }));
}
