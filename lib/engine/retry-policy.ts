// When a call is sent again: the `retryPolicy` of a definition as it says, without one our own default.
// Default: at most once for calls that must not be doubled, at least once for those that may be repeated.
import type { HttpOutcome } from '../http';
import { type JsonValue, ownProperty } from '../json';
import { parseDuration } from './duration';
import type { EngineEnv } from './event';
import type { Attempt } from './record';

export type RetryPolicy =
  | { type: 'none' }
  | { type: 'fixed'; count: number; interval: number }
  | { type: 'exponential'; count: number; interval: number; minimum: number; maximum: number };

/** What an attempt ended with; `interrupted` when the process ended meanwhile. */
export type AttemptOutcome = HttpOutcome | { kind: 'interrupted' };

interface AttemptFacts {
  outcome: AttemptOutcome;
  method: string;
  /** The API recognises a repetition by its idempotency key. */
  keyed: boolean;
  policy: RetryPolicy | undefined;
  /** All attempts so far, this one included. */
  attempts: readonly Attempt[];
}

export type Verdict =
  | { next: 'succeed' }
  | { next: 'fail'; uncertain: boolean }
  | { next: 'retry'; delay: number }
  | { next: 'doubt' };

const defaultCount = 4;
const defaultFirst = 1_000;
const defaultCap = 45_000;
const longestRetryAfter = 3_600_000;

/** Reads `inputs.retryPolicy`; undefined when there is none or it cannot be read, so that the default holds. */
export function readRetryPolicy(policy: JsonValue | undefined): RetryPolicy | undefined {
  const type = ownProperty(policy, 'type');
  const kind = typeof type === 'string' ? type.toLowerCase() : '';
  if (kind === 'none') return { type: 'none' };
  if (kind !== 'fixed' && kind !== 'exponential') return undefined;
  const count = Number(ownProperty(policy, 'count') ?? defaultCount);
  const interval = readInterval(policy, 'interval') ?? 7_000;
  if (!Number.isInteger(count) || count < 0) return undefined;
  if (kind === 'fixed') return { type: 'fixed', count: Math.min(count, 90), interval };
  return {
    type: 'exponential',
    count: Math.min(count, 90),
    interval,
    minimum: readInterval(policy, 'minimumInterval') ?? 5_000,
    maximum: readInterval(policy, 'maximumInterval') ?? 3_600_000,
  };
}

/** How often a call is sent again at most; undefined stands for our default. */
export function countRetries(policy: RetryPolicy | undefined): number {
  if (policy === undefined) return defaultCount;
  return policy.type === 'none' ? 0 : policy.count;
}

/** True where a policy that a maker set sends a call again although the first one may have been carried out. */
export function mayRunTwice(policy: RetryPolicy | undefined, method: string): boolean {
  return policy !== undefined && countRetries(policy) > 0 && !isIdempotent(method.toUpperCase());
}

function readInterval(policy: JsonValue | undefined, key: string): number | undefined {
  const text = ownProperty(policy, key);
  return typeof text === 'string' ? parseDuration(text) : undefined;
}

/** Milliseconds to wait before retry `n` (from 1). The default doubles from 1 s up to 45 s, spread by a tenth. */
function retryDelay(policy: RetryPolicy | undefined, n: number, random: () => number): number {
  if (policy === undefined)
    return Math.round(Math.min(defaultFirst * 2 ** (n - 1), defaultCap) * (0.9 + 0.2 * random()));
  if (policy.type === 'none') return 0;
  if (policy.type === 'fixed') return policy.interval;
  const low = Math.max(n === 1 ? 0 : 2 ** (n - 2) * policy.interval, policy.minimum);
  const high = Math.min(2 ** (n - 1) * policy.interval, policy.maximum);
  return Math.round(Math.min(low, policy.maximum) + Math.max(high - low, 0) * random());
}

/** What follows from an attempt's end. */
export function judge(facts: AttemptFacts, env: EngineEnv): Verdict {
  const { outcome, policy } = facts;
  if (outcome.kind === 'response' && outcome.status >= 200 && outcome.status < 300)
    return { next: 'succeed' };
  const wish = wishFor(facts);
  if (wish === 'doubt') return { next: 'doubt' };
  if (wish !== 'retry') return { next: 'fail', uncertain: wish === 'uncertain' };
  if (outcome.kind === 'interrupted' && policy === undefined) return { next: 'retry', delay: 0 };
  const delay = retryDelay(policy, countAttempts(facts), env.random);
  return { next: 'retry', delay: Math.max(delay, retryAfter(outcome, env.now())) };
}

/** True when the call is sent again by itself if nobody learns how it ended. */
export function isRepeatable(facts: Omit<AttemptFacts, 'outcome'>): boolean {
  return wishFor({ ...facts, outcome: { kind: 'interrupted' } }) === 'retry';
}

type Wish = 'retry' | 'fail' | 'uncertain' | 'doubt';

function wishFor(facts: AttemptFacts): Wish {
  const { outcome, policy } = facts;
  const wish = policy === undefined || policy.type === 'none' ? byMethod(facts) : byPolicy(outcome);
  if (wish !== 'retry') return wish;
  if (outcome.kind === 'interrupted' && policy === undefined) return wish;
  if (countAttempts(facts) <= countRetries(policy)) return wish;
  return outcome.kind === 'interrupted' && !isIdempotent(facts.method) ? 'uncertain' : 'fail';
}

/** A crash is no fault of the API, so by default it uses up no attempt; the count that a maker set holds as it stands. */
function countAttempts({ attempts, policy }: AttemptFacts): number {
  if (policy !== undefined) return attempts.length;
  return attempts.filter((attempt) => attempt.code !== 'Interrupted').length;
}

/** Failures of which a repetition would be the same again. */
const lasting = new Set([
  'HostNotAllowed',
  'RequestRefused',
  'ConnectionMissing',
  'ResponseTooLarge',
  'ResponseTooDeep',
]);

/** The default: by method and by what is known of the attempt (RFC 9110, safe and idempotent methods). */
function byMethod({ outcome, method, keyed }: AttemptFacts): Wish {
  const repeatable = keyed || isIdempotent(method);
  if (outcome.kind === 'interrupted') return repeatable ? 'retry' : 'doubt';
  if (outcome.kind === 'response') {
    if (outcome.status === 429 || outcome.status === 503) return 'retry';
    if (![408, 500, 502, 504].includes(outcome.status)) return 'fail';
    return repeatable ? 'retry' : 'uncertain';
  }
  if (lasting.has(outcome.code)) return outcome.sent === 'unknown' && !repeatable ? 'uncertain' : 'fail';
  return outcome.sent === 'no' || repeatable ? 'retry' : 'doubt';
}

function isIdempotent(method: string): boolean {
  return method !== 'POST' && method !== 'PATCH';
}

/** A policy that a maker set: 408, 429, 5xx and failures of the connection, whatever the method. */
function byPolicy(outcome: AttemptOutcome): Wish {
  if (outcome.kind === 'interrupted') return 'retry';
  if (outcome.kind === 'failure') return lasting.has(outcome.code) ? 'fail' : 'retry';
  return outcome.status === 408 || outcome.status === 429 || outcome.status >= 500 ? 'retry' : 'fail';
}

/** Milliseconds that the API asks to wait, up to one hour; 0 when it does not ask. */
function retryAfter(outcome: AttemptOutcome, now: number): number {
  const text = outcome.kind === 'response' ? outcome.headers['retry-after'] : undefined;
  if (text === undefined) return 0;
  const wait = /^\s*\d+\s*$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), longestRetryAfter) : 0;
}
