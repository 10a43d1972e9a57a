// Slows down guessing: a number of failures per key in a window of time, kept in memory.

export interface Throttle {
  /** Milliseconds until the next try is heard; 0 when it is heard now. */
  wait(key: string): number;
  fail(key: string): void;
  /** Takes one failure back. */
  forgive(key: string): void;
  clear(key: string): void;
}

export interface ThrottleRule {
  failures: number;
  windowMilliseconds: number;
  now(): number;
}

const mostKeys = 10_000;

export function createThrottle(rule: ThrottleRule): Throttle {
  const failures = new Map<string, { count: number; until: number }>();

  function current(key: string) {
    const entry = failures.get(key);
    if (entry !== undefined && entry.until <= rule.now()) {
      failures.delete(key);
      return undefined;
    }
    return entry;
  }

  return {
    wait(key) {
      const entry = current(key);
      return entry === undefined || entry.count < rule.failures ? 0 : entry.until - rule.now();
    },
    fail(key) {
      const entry = current(key);
      if (entry !== undefined) {
        entry.count += 1;
        return;
      }
      if (failures.size >= mostKeys) failures.delete(failures.keys().next().value ?? '');
      failures.set(key, { count: 1, until: rule.now() + rule.windowMilliseconds });
    },
    forgive(key) {
      const entry = current(key);
      if (entry !== undefined && entry.count > 0) entry.count -= 1;
    },
    clear(key) {
      failures.delete(key);
    },
  };
}
