// Why a call failed, in our words. `sent` is `no` only where it is certain that no byte of the request left.
import type { HttpFailure } from '@/lib/http';

export type Failed = Omit<HttpFailure, 'kind' | 'duration'> & { cause?: unknown };

/** What a check found: the checked value, or why nothing is sent. */
export type Checked<T> = { ok: true; value: T } | { ok: false; failed: Failed };

export const passed = <T>(value: T): Checked<T> => ({ ok: true, value });

/** Refused before anything was opened. */
export function refuse(
  code: string,
  message: string,
  more: Pick<Failed, 'allow' | 'cause'> = {},
): Checked<never> {
  return { ok: false, failed: { sent: 'no', code, message, ...more } };
}

/** The request itself breaks a rule. */
export function badRequest(message: string): Checked<never> {
  return refuse('RequestRefused', message);
}

/** What we say when we stop reading an answer; thrown to undici, read back by `describeError`. */
export class AnswerProblem extends Error {
  constructor(
    readonly code: 'ResponseTooLarge' | 'InvalidResponse',
    message: string,
  ) {
    super(message);
  }
}

export function tooLarge(limit: number): AnswerProblem {
  const megabytes = Math.round((limit / 1024 / 1024) * 10) / 10;
  return new AnswerProblem('ResponseTooLarge', `The answer is larger than ${megabytes} MB.`);
}

export interface ErrorContext {
  hostPort: string;
  /** True once the first byte may have left. */
  started: boolean;
}

const lost = new Set([
  'ECONNRESET',
  'EPIPE',
  'ECONNABORTED',
  'UND_ERR_SOCKET',
  'UND_ERR_CLOSED',
  'UND_ERR_DESTROYED',
]);
const unreachable = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'EHOSTDOWN', 'ENETDOWN']);

const tlsReasons: Record<string, string> = {
  CERT_HAS_EXPIRED: 'it has expired',
  CERT_NOT_YET_VALID: 'it is not valid yet',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its issuer is self-signed',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its issuer is unknown',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its issuer is unknown',
  ERR_TLS_CERT_ALTNAME_INVALID: 'it belongs to another host',
};

function describeTls(code: string, hostPort: string): string | undefined {
  const reason = tlsReasons[code];
  if (reason) return `The certificate of ${hostPort} is not trusted: ${reason}.`;
  if (!/^(ERR_SSL_|ERR_TLS_|EPROTO|CERT_|UNABLE_TO_)/.test(code)) return undefined;
  return `${hostPort} does not answer with TLS that can be used (${code}). Check the scheme and the port.`;
}

/** Before the first byte: nothing was sent, and that is certain. */
function describeConnectError(code: string, hostPort: string): Failed {
  const tls = describeTls(code, hostPort);
  if (tls) return { sent: 'no', code: 'TlsFailed', message: tls };
  if (code === 'ECONNREFUSED') {
    const message = `${hostPort} refused the connection. Is the service running?`;
    return { sent: 'no', code: 'ConnectionRefused', message };
  }
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT') {
    return { sent: 'no', code: 'Timeout', message: `${hostPort} did not accept the connection in time.` };
  }
  if (unreachable.has(code)) {
    return { sent: 'no', code: 'ConnectionRefused', message: `${hostPort} cannot be reached from here.` };
  }
  if (code === 'UND_ERR_INVALID_ARG') {
    return { sent: 'no', code: 'RequestRefused', message: 'The request has a form that cannot be sent.' };
  }
  return {
    sent: 'no',
    code: 'ConnectionLost',
    message: `The connection to ${hostPort} broke before anything was sent.`,
  };
}

/** The failure for what undici or the socket said. */
export function describeError(error: unknown, { hostPort, started }: ErrorContext): Failed {
  const code = String((error as { code?: unknown } | undefined)?.code ?? '');
  if (!started) return { ...describeConnectError(code, hostPort), cause: error };
  if (error instanceof AnswerProblem) return { sent: 'unknown', code: error.code, message: error.message };
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW') {
    return {
      sent: 'unknown',
      code: 'ResponseTooLarge',
      message: `The answer of ${hostPort} has too long headers.`,
    };
  }
  if (lost.has(code)) {
    const message = `${hostPort} closed the connection before the answer was complete.`;
    return { sent: 'unknown', code: 'ConnectionLost', message, cause: error };
  }
  const message = `The answer of ${hostPort} is not valid HTTP.`;
  return { sent: 'unknown', code: 'InvalidResponse', message, cause: error };
}
