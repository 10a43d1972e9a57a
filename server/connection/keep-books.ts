// Notes about calls (last used, refused) are worth less than the calls: that one cannot be written is logged, no more.
import type { Logger } from 'pino';

/** Runs `note`; what it throws becomes a line of the log that names the connection. */
export function keepBooks(log: Pick<Logger, 'warn'>, connectionId: string, note: () => void): void {
  try {
    note();
  } catch (error) {
    log.warn({ connectionId, error: String(error) }, 'The state of a connection could not be written.');
  }
}
