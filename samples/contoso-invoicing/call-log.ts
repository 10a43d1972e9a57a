// A log of every call in order of arrival, for tests that judge what really reached the API.
import type { IncomingHttpHeaders } from 'node:http';

export interface LoggedCall {
  sequence: number;
  /** ISO, when the call had arrived whole. */
  time: string;
  method: string;
  path: string;
  query: Record<string, string | string[]>;
  /** Secrets are cut to their last four characters. */
  headers: Record<string, string>;
  body: string;
  /** Absent until the answer was handed to the socket. */
  status?: number;
  idempotencyKey?: string;
}

const kept = 100_000;
const keptBody = 64 * 1024;
const secretHeaders = new Set(['x-api-key', 'authorization', 'cookie', 'proxy-authorization']);

function readHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const text = Array.isArray(value) ? value.join(', ') : (value ?? '');
    result[name] = secretHeaders.has(name) ? `***${text.slice(-4)}` : text;
  }
  return result;
}

function readQuery(query: URLSearchParams): Record<string, string | string[]> {
  const result: Record<string, string | string[]> = Object.create(null);
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name);
    result[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return result;
}

export interface CallLog {
  add(
    call: { method: string; path: string; query: URLSearchParams; body: string },
    headers: IncomingHttpHeaders,
  ): LoggedCall;
  /** Calls with a sequence greater than `after`. */
  listAfter(after: number): LoggedCall[];
  clear(): void;
}

/** Keeps the last 100,000 calls in memory; the sequence goes on when the log is cleared. */
export function createCallLog(now: () => number): CallLog {
  let calls: LoggedCall[] = [];
  let sequence = 0;
  return {
    add(call, headers) {
      sequence += 1;
      const key = headers['idempotency-key'];
      const entry: LoggedCall = {
        sequence,
        time: new Date(now()).toISOString(),
        method: call.method,
        path: call.path,
        query: readQuery(call.query),
        headers: readHeaders(headers),
        body: call.body.slice(0, keptBody),
        ...(typeof key === 'string' ? { idempotencyKey: key } : {}),
      };
      calls.push(entry);
      if (calls.length > kept * 1.1) calls = calls.slice(-kept);
      return entry;
    },
    listAfter: (after) => calls.filter((call) => call.sequence > after),
    clear() {
      calls = [];
    },
  };
}
