// Clock, ids and random numbers of the machine itself.
import { randomBytes, randomUUID } from 'node:crypto';
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
export function timeOrderedId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
