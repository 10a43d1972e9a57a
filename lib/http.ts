// A call as data: what the engine asks for, and what the outbound door answers. No secret is ever in here.
import type { Value } from './expression/value';

export type HttpBody = { kind: 'text'; text: string } | { kind: 'bytes'; base64: string };

export interface HttpRequest {
  /** Upper case. */
  method: string;
  /** Absolute, path segments already encoded. */
  url: string;
  headers: Record<string, string>;
  body?: HttpBody;
  /** Milliseconds for the whole call; the limit `callMilliseconds` when absent. */
  timeout?: number;
}

/** Which stored connection signs the call. The door opens it; nobody else can. */
export interface CredentialRef {
  connectionId: string;
  environmentId: string;
  /** True where the connector's draft is tried: its security says where the values go. */
  draft?: boolean;
  /** The version of the connector whose security says where the values go; the live one where absent. */
  connectorVersion?: number;
}

export interface HttpResponse {
  kind: 'response';
  status: number;
  /** Lower-case names; several values are joined with `, `. */
  headers: Record<string, string>;
  /** Decoded by content type: JSON -> value, text -> string, else a `$content` envelope; absent when empty. */
  body?: Value;
  /** Size of the decoded body in bytes. */
  bytes: number;
  /** Milliseconds from connect to last byte. */
  duration: number;
}

/** `sent: 'no'` is certain (refused, DNS, connect, TLS); `'unknown'` means that bytes had left. */
export interface HttpFailure {
  kind: 'failure';
  sent: 'no' | 'unknown';
  /** HostNotAllowed, HostNotFound, ConnectionRefused, TlsFailed, Timeout, ConnectionLost, ResponseTooLarge, ResponseTooDeep, InvalidResponse, RequestRefused, ConnectionMissing, ConnectionOriginMismatch, Aborted. */
  code: string;
  message: string;
  /** Status of the answer, where its head had arrived before the call failed. */
  status?: number;
  /** `host:port` where an administrator could allow the place that was refused. */
  allow?: string;
  duration: number;
}

export type HttpOutcome = HttpResponse | HttpFailure;
