// The one door out. A call goes: read the URL once, check method, headers and size, resolve the host, check every
// address, sign, connect to a checked address, read within limits, decode. It never rejects and never follows a redirect.
import type { CredentialRef, HttpFailure, HttpOutcome, HttpRequest } from '@/lib/http';
import { isMethodAllowed } from '@/lib/http-rules';
import { admit } from './admission';
import { decodeBody } from './body';
import { acceptedCodings, decodeContent } from './content-decoding';
import { type Credential, signRequest } from './credential';
import { maskBytes, maskHeaders } from './echo-mask';
import { type Answered, type Broken, exchange } from './exchange';
import {
  AnswerProblem,
  badRequest,
  type Checked,
  describeError,
  type Failed,
  passed,
  refuse,
} from './failure';
import { type EgressLimits, egressLimits } from './limits';
import { createPools } from './pools';
import { checkHeaders } from './request-headers';
import { createResolver, type Lookup } from './resolver';
import { parseTarget, type Target } from './target';

export type { Credential } from './credential';

export interface EgressOptions {
  /** Opens a stored connection; undefined when it is gone. */
  openCredential(ref: CredentialRef): Promise<Credential | undefined>;
  /** True when an administrator allowed exactly this `host:port`. */
  isAllowed(hostPort: string): boolean;
  /** Ports of this product's own listeners. */
  ownPorts?(): readonly number[];
  lookup?: Lookup;
  /** Certificates (PEM) to trust beside the public ones. */
  ca?: string;
  limits?: Partial<EgressLimits>;
}

export interface CallOptions {
  credential?: CredentialRef;
  signal?: AbortSignal;
}

export interface Egress {
  /** Sends one request at most once and tells what became of it. */
  request(request: HttpRequest, options?: CallOptions): Promise<HttpOutcome>;
  /** Breaks what is under way and closes all sockets. */
  close(): Promise<void>;
}

const product = 'flowright';

function readRequestBody(request: HttpRequest, limits: EgressLimits): Checked<string | Buffer | undefined> {
  const { body } = request;
  if (!body) return passed(undefined);
  const content = body.kind === 'text' ? body.text : Buffer.from(body.base64, 'base64');
  const size = typeof content === 'string' ? Buffer.byteLength(content) : content.length;
  if (size > limits.requestBytes) {
    const megabytes = Math.round((limits.requestBytes / 1024 / 1024) * 10) / 10;
    return badRequest(`The body of the request is larger than ${megabytes} MB.`);
  }
  return passed(content);
}

function describeBroken(broken: Broken, target: Target, milliseconds: number): Failed {
  const sent = broken.started ? 'unknown' : 'no';
  const status = broken.status === undefined ? {} : { status: broken.status };
  if (broken.reason === 'aborted')
    return { sent, code: 'Aborted', message: 'The call was given up.', ...status };
  if (broken.reason === 'timeout') {
    const seconds = Math.round(milliseconds / 100) / 10;
    const message = broken.started
      ? `No answer from ${target.hostPort} in ${seconds} s. The step stopped waiting; the service may still be working.`
      : `${target.hostPort} did not accept the call in ${seconds} s. Nothing was sent.`;
    return { sent, code: 'Timeout', message, ...status };
  }
  const failed = describeError(broken.error, { hostPort: target.hostPort, started: broken.started });
  return { ...failed, ...status };
}

/** Makes the door. Keep one for the whole process: it holds the sockets. */
export function createEgress(options: EgressOptions): Egress {
  const limits: EgressLimits = { ...egressLimits, ...options.limits };
  const pools = createPools({ limits, ca: options.ca });
  const rules = {
    resolve: createResolver(options.lookup, {
      keep: limits.nameMilliseconds,
      patience: limits.connectMilliseconds,
    }),
    isAllowed: options.isAllowed,
    ownPorts: options.ownPorts ?? (() => []),
  };

  async function openCredential(ref: CredentialRef): Promise<Checked<Credential>> {
    try {
      const credential = await options.openCredential(ref);
      if (credential) return passed(credential);
    } catch (cause) {
      return refuse(
        'ConnectionMissing',
        'The values of this connection cannot be opened. Enter them again.',
        { cause },
      );
    }
    return refuse('ConnectionMissing', 'The connection of this step no longer exists.');
  }

  /** Everything that is decided before a socket is opened. */
  async function prepare(request: HttpRequest, ref: CredentialRef | undefined) {
    if (!isMethodAllowed(request.method))
      return badRequest(`The method ${JSON.stringify(request.method)} is not possible.`);
    const target = parseTarget(request.url);
    if (!target.ok) return target;
    const headers = checkHeaders(request.headers);
    if (!headers.ok) return headers;
    const body = readRequestBody(request, limits);
    if (!body.ok) return body;
    const addresses = await admit(target.value, rules);
    if (!addresses.ok) return addresses;
    const { url } = target.value;
    const unsigned = passed({ path: url.pathname + url.search, headers: headers.value });
    const credential = ref ? await openCredential(ref) : undefined;
    if (credential && !credential.ok) return credential;
    const signed = credential ? signRequest(url, headers.value, credential.value) : unsigned;
    if (!signed.ok) return signed;
    const secrets = credential?.value.placements.flatMap(({ value, parts = [] }) => [value, ...parts]) ?? [];
    return passed({
      target: target.value,
      addresses: addresses.value,
      body: body.value,
      signed: signed.value,
      secrets,
    });
  }

  async function readAnswer(answer: Answered, secrets: Credential['placements'][number]['value'][]) {
    const { headers } = answer;
    let { bytes } = answer;
    const coding = headers['content-encoding'];
    if (coding && bytes.length > 0) {
      const decoded = await decodeContent(bytes, coding, limits);
      if (decoded) {
        bytes = decoded;
        delete headers['content-encoding'];
        delete headers['content-length'];
      }
    }
    if (secrets.length > 0) {
      bytes = maskBytes(bytes, secrets);
      maskHeaders(headers, secrets);
    }
    return { bytes, body: decodeBody(bytes, headers['content-type'] ?? '', limits.jsonDepth) };
  }

  async function request(call: HttpRequest, { credential, signal }: CallOptions = {}): Promise<HttpOutcome> {
    const startedAt = performance.now();
    const duration = () => Math.round((performance.now() - startedAt) * 10) / 10;
    const fail = ({ cause: _, ...failed }: Failed): HttpFailure => ({
      kind: 'failure',
      ...failed,
      duration: duration(),
    });
    const milliseconds = Math.min(call.timeout ?? limits.callMilliseconds, limits.callMilliseconds);

    const prepared = await prepare(call, credential);
    if (!prepared.ok) return fail(prepared.failed);
    const { target, addresses, body, signed, secrets } = prepared.value;
    const result = await exchange(
      pools.get(target, addresses),
      {
        method: call.method,
        path: signed.path,
        headers: { 'user-agent': product, 'accept-encoding': acceptedCodings, ...signed.headers },
        ...(body === undefined ? {} : { body }),
      },
      { limits, timeLeft: milliseconds - (performance.now() - startedAt), signal },
    );
    if (result.kind === 'broken') return fail(describeBroken(result, target, milliseconds));
    const { status } = result;
    try {
      const answer = await readAnswer(result, secrets);
      if (!answer.body.ok)
        return fail({ sent: 'unknown', code: 'ResponseTooDeep', message: answer.body.message, status });
      const { value } = answer.body;
      return {
        kind: 'response',
        status,
        headers: result.headers,
        ...(value === undefined ? {} : { body: value }),
        bytes: answer.bytes.length,
        duration: duration(),
      };
    } catch (error) {
      if (!(error instanceof AnswerProblem)) throw error;
      return fail({ sent: 'unknown', code: error.code, message: error.message, status });
    }
  }

  return { request, close: () => pools.close() };
}
