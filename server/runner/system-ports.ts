// Clock, ids and random numbers of the machine itself.
import { randomUUID } from 'node:crypto';
import type { Clock, Ids } from './ports';

/** Longest delay of setTimeout. */
const longest = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  at(at, callback) {
    let timer: NodeJS.Timeout;
    const wait = () => {
      const left = at - Date.now();
      timer = left > longest ? setTimeout(wait, longest) : setTimeout(callback, Math.max(left, 0));
    };
    wait();
    return () => clearTimeout(timer);
  },
};

export const systemIds: Ids = { run: timeOrderedId, guid: () => randomUUID() };

/** UUID version 7 (RFC 9562): 48 bits of time, then random. */
function timeOrderedId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
