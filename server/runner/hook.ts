// Answers requests to `/hooks/…`: checks the address, starts the run, and answers at once (202) or with the flow's Response.
import { AppError, appErrors } from '@/lib/app-error';
import { encodeBody, hasContentType } from '@/lib/engine/content';
import { objectOf, type Value, type ValueObject } from '@/lib/expression/value';
import { limits } from '@/lib/limits';
import { decodeBody } from '../egress/body';
import type { RunAnswer } from './active-run';
import { hookPrefix, isKnownVersion, isSignedBy } from './hook-signature';
import type { HookTarget } from './hook-target';
import type { RunStart } from './run-start';

export interface HookRequest {
  /** Upper case. */
  method: string;
  /** Path and query as received. */
  url: string;
  /** Lower-case names, as node:http gives them. */
  headers: Record<string, string | string[] | undefined>;
  /** Reads the body. Asked only once the address is known to be good: strangers send nothing but headers. */
  body(): Promise<Buffer>;
  /** Where the request comes from: callers who guess are slowed down by it. */
  remoteAddress?: string;
}

export interface HookAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer | string;
}

interface HookDoor {
  handle(request: HookRequest): Promise<HookAnswer>;
}

const ownParameters = new Set(['v', 'kid', 'exp', 'sig']);
/** Of a caller: what opens doors, here and elsewhere. The history is read by more people than may hold it. */
const privateHeaders = new Set(['cookie', 'authorization', 'proxy-authorization']);
/** Of a response: what belongs to the connection, and what would act on the pages of this origin. */
const unsafeHeaders = new Set([
  'set-cookie',
  'clear-site-data',
  'service-worker-allowed',
  'content-security-policy',
  'content-security-policy-report-only',
  'x-content-type-options',
  'x-frame-options',
  'strict-transport-security',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
  'alt-svc',
  'connection',
  'transfer-encoding',
  'content-length',
  'keep-alive',
  'upgrade',
  'te',
  'trailer',
  'date',
]);
const guesses = { limit: 20, windowMilliseconds: 60_000 };
const maxDepth = 100;

export function createHookDoor(ports: {
  findHook(publicId: string): HookTarget | undefined;
  accept(start: RunStart): Promise<{ runId: string }>;
  leave(runId: string): void;
  now(): number;
}): HookDoor {
  const failures = new Map<string, { count: number; until: number }>();

  /** True when this caller has failed too often of late. */
  const countFailure = (address: string): boolean => {
    const now = ports.now();
    const known = failures.get(address);
    if (known === undefined || known.until <= now) {
      if (failures.size > 10_000) failures.clear();
      failures.set(address, { count: 1, until: now + guesses.windowMilliseconds });
      return false;
    }
    known.count += 1;
    return known.count > guesses.limit;
  };

  const refuseCaller = (request: HookRequest): HookAnswer =>
    countFailure(request.remoteAddress ?? '')
      ? refuse(429, 'TOO_MANY', appErrors.TOO_MANY.sentence, { 'retry-after': '60', connection: 'close' })
      : refuse(401, 'UNAUTHENTICATED', 'This address is not valid, or no longer.', { connection: 'close' });

  return {
    async handle(request) {
      const address = readAddress(request.url);
      if (address === undefined) return refuse(404, 'NOT_FOUND', appErrors.NOT_FOUND.sentence);
      const { publicId, query } = address;
      const sent = new Map<string, string>();
      for (const name of ownParameters) {
        const values = query.getAll(name);
        if (values.length > 1)
          return refuse(400, 'INVALID_INPUT', `The address carries “${name}” more than once.`);
        if (values[0] !== undefined) sent.set(name, values[0]);
      }
      const target = ports.findHook(publicId);
      if (target === undefined) return refuse(404, 'NOT_FOUND', appErrors.NOT_FOUND.sentence);
      if (!isAllowed(request, publicId, sent, target, ports.now())) return refuseCaller(request);
      const bytes = await request.body().catch((error: unknown) => {
        if (error instanceof AppError) return undefined;
        throw error;
      });
      if (bytes === undefined || bytes.length > limits.requestBytes.value)
        return refuse(413, 'TOO_LARGE', limits.requestBytes.sentence, { connection: 'close' });
      const body = decode(request, bytes);
      if (!body.ok) return refuse(400, 'INVALID_INPUT', body.message);
      const dedupeKey = request.headers['idempotency-key'];
      if (dedupeKey !== undefined && !isDedupeKey(dedupeKey))
        return refuse(400, 'INVALID_INPUT', 'An Idempotency-Key has up to 200 visible characters.');
      const start = {
        ...target.start,
        triggerOutputs: toTriggerOutputs(request, query, body.value),
        ...(dedupeKey !== undefined && { dedupeKey }),
      };
      try {
        return target.answers ? await answerLater(ports, start) : await answerAtOnce(ports, start);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return refuse(appErrors[error.code].http, error.code, error.message);
      }
    },
  };
}

function isDedupeKey(value: string | string[]): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]{1,200}$/.test(value);
}

function readAddress(url: string): { publicId: string; query: URLSearchParams } | undefined {
  const question = url.indexOf('?');
  const path = question < 0 ? url : url.slice(0, question);
  const publicId = path.startsWith(hookPrefix) ? path.slice(hookPrefix.length) : '';
  if (!/^[A-Za-z0-9_-]{1,100}$/.test(publicId)) return undefined;
  return { publicId, query: new URLSearchParams(question < 0 ? '' : url.slice(question + 1)) };
}

function isAllowed(
  request: HookRequest,
  publicId: string,
  sent: Map<string, string>,
  target: HookTarget,
  now: number,
): boolean {
  const expires = Number(sent.get('exp') ?? Number.NaN);
  const keyId = sent.get('kid') ?? '';
  const key = target.key(keyId);
  if (key === undefined || !isKnownVersion(sent.get('v')) || !Number.isSafeInteger(expires)) return false;
  const claims = { publicId, method: request.method, keyId, expires };
  if (!isSignedBy(claims, key, sent.get('sig') ?? '')) return false;
  return request.method === target.method && (expires === 0 || expires * 1000 > now);
}

function decode(
  request: HookRequest,
  bytes: Buffer,
): { ok: true; value: Value | undefined } | { ok: false; message: string } {
  const type = request.headers['content-type'];
  const contentType = typeof type === 'string' ? type : '';
  const decoded = decodeBody(bytes, contentType, maxDepth);
  if (!decoded.ok) return { ok: false, message: decoded.message };
  const isJson = /^[^;]*[/+]json\b/i.test(contentType);
  if (isJson && typeof decoded.value === 'string' && !/^\s*"/.test(bytes.toString('utf8')))
    return { ok: false, message: 'The body says that it is JSON, but cannot be read as JSON.' };
  return { ok: true, value: decoded.value };
}

function toTriggerOutputs(
  request: HookRequest,
  query: URLSearchParams,
  body: Value | undefined,
): ValueObject {
  const headers: ValueObject = Object.create(null);
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && !privateHeaders.has(name))
      headers[name] = Array.isArray(value) ? value.join(', ') : value;
  const queries: ValueObject = Object.create(null);
  for (const [name, value] of query) if (!ownParameters.has(name)) queries[name] = value;
  const outputs = objectOf([
    ['headers', headers],
    ['queries', queries],
  ]);
  if (body !== undefined) outputs.body = body;
  return outputs;
}

async function answerAtOnce(
  ports: { accept(start: RunStart): Promise<{ runId: string }> },
  start: RunStart,
): Promise<HookAnswer> {
  const { runId } = await ports.accept(start);
  return { status: 202, headers: { 'x-run-id': runId }, body: '' };
}

function answerLater(
  ports: { accept(start: RunStart): Promise<{ runId: string }>; leave(runId: string): void },
  start: RunStart,
): Promise<HookAnswer> {
  return new Promise((done, failed) => {
    let timer: NodeJS.Timeout | undefined;
    const answer = (given: RunAnswer) => {
      clearTimeout(timer);
      done(toAnswer(given));
    };
    ports.accept({ ...start, answer }).then(({ runId }) => {
      timer = setTimeout(() => {
        ports.leave(runId);
        done(refuse(504, 'NoResponse', limits.responseWaitMilliseconds.sentence, { 'x-run-id': runId }));
      }, limits.responseWaitMilliseconds.value);
    }, failed);
  });
}

function toAnswer({ statusCode, headers, body }: RunAnswer): HookAnswer {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (!unsafeHeaders.has(name.toLowerCase()) && isHeader(name, value)) kept[name] = value;
  const encoded = tryEncode(body);
  if (typeof encoded === 'string') return refuse(500, 'ResponseNotWritable', encoded);
  if (encoded.contentType !== undefined && !hasContentType(kept)) kept['content-type'] = encoded.contentType;
  const bytes =
    encoded.body === undefined
      ? ''
      : encoded.body.kind === 'text'
        ? encoded.body.text
        : Buffer.from(encoded.body.base64, 'base64');
  return { status: statusCode, headers: kept, body: bytes };
}

/** The body, or why it cannot be written: it may share parts and be far larger written than held. */
function tryEncode(body: Value | undefined): ReturnType<typeof encodeBody> | string {
  try {
    return encodeBody(body);
  } catch (error) {
    return `The response of the flow cannot be written: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function isHeader(name: string, value: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}

function refuse(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): HookAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify({ error: { code, message } }),
  };
}
