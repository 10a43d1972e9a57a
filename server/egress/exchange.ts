// One request and its answer over a pool: knows whether a byte may have left, stops at the size limit and the deadline,
// and closes the socket when the caller gives up. Redirects are answers like any other.
import type { Dispatcher, Pool } from 'undici';
import { createByteCollector } from '../byte-collector';
import { tooLarge } from './failure';
import type { EgressLimits } from './limits';

export interface ExchangeRequest {
  method: string;
  /** Path and query. */
  path: string;
  headers: Record<string, string>;
  body?: string | Buffer;
}

export interface Answered {
  kind: 'answered';
  status: number;
  headers: Record<string, string>;
  /** As it came, before content decoding. */
  bytes: Buffer;
}

export interface Broken {
  kind: 'broken';
  reason: 'error' | 'timeout' | 'aborted';
  error: unknown;
  /** True once the first byte may have left. */
  started: boolean;
  /** Where the head of the answer had arrived. */
  status?: number;
}

export interface ExchangeOptions {
  limits: EgressLimits;
  /** Milliseconds left for this call. */
  timeLeft: number;
  signal?: AbortSignal | undefined;
}

function readHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const result: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) result[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return result;
}

/** Performs the exchange; never rejects. */
export function exchange(
  pool: Pool,
  request: ExchangeRequest,
  options: ExchangeOptions,
): Promise<Answered | Broken> {
  const { limits, signal } = options;
  return new Promise((resolve) => {
    const body = createByteCollector();
    let status: number | undefined;
    let headers: Record<string, string> = {};
    let controller: Dispatcher.DispatchController | undefined;
    let settled = false;

    function settle(result: Answered | Broken): void {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      resolve(result);
    }
    function stop(reason: Broken['reason'], error: unknown): void {
      const started = controller !== undefined;
      settle({ kind: 'broken', reason, error, started, ...(status === undefined ? {} : { status }) });
      controller?.abort(error instanceof Error ? error : new Error(reason));
    }
    const timer = setTimeout(() => stop('timeout', undefined), Math.max(0, options.timeLeft));
    const onAbort = () => stop('aborted', undefined);
    if (signal?.aborted) return stop('aborted', undefined);
    signal?.addEventListener('abort', onAbort, { once: true });

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(given) {
        // Called just before the head is written; aborting here still sends nothing. A second call would be undici
        // sending again by itself, and whether to send again is for the engine to decide.
        if (settled) given.abort(new Error('given up before it was sent'));
        else if (controller) given.abort(new Error('not sent a second time'));
        else controller = given;
      },
      onResponseStart(_, code, received) {
        if (code < 200) return;
        status = code;
        headers = readHeaders(received);
        const announced = Number(headers['content-length']);
        if (announced > limits.responseBytes && request.method !== 'HEAD')
          stop('error', tooLarge(limits.responseBytes));
      },
      onResponseData(_, chunk) {
        if (body.size() + chunk.length > limits.responseBytes) stop('error', tooLarge(limits.responseBytes));
        else if (!settled) body.add(chunk);
      },
      onResponseEnd() {
        settle({ kind: 'answered', status: status ?? 0, headers, bytes: body.join() });
      },
      onResponseError(_, error) {
        stop('error', error);
      },
    };
    try {
      pool.dispatch(
        {
          method: request.method as Dispatcher.HttpMethod,
          path: request.path,
          headers: request.headers,
          body: request.body ?? null,
        },
        handler,
      );
    } catch (error) {
      stop('error', error);
    }
  });
}
