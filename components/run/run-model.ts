// The shapes of a run as the screens read them, and the words for its states.
import type { ActionStatus, RunStatus } from '@/lib/engine/record';

export interface RunHead {
  id: string;
  flowId: string;
  status: RunStatus;
  kind: 'draft' | 'live';
  version?: number | undefined;
  /** Epoch ms. */
  startedAt: number;
  finishedAt?: number | undefined;
  error?: { code: string; message: string; action?: string | undefined } | undefined;
  /** Calls that wait for a decision. */
  inDoubt: number;
}

export interface RunRecord {
  name: string;
  iteration: { loop: string; index: number }[];
  status: ActionStatus;
  code?: string | undefined;
  startTime: number;
  endTime?: number | undefined;
  sequence: number;
  error?: { code: string; message: string } | undefined;
  inputsBytes?: number | undefined;
  outputsBytes?: number | undefined;
  /** Epoch ms of the next sending, while a call waits for it. */
  due?: number | undefined;
  /** How often a call was sent. */
  sent?: number | undefined;
  /** How many items an Apply to each goes through. */
  items?: number | undefined;
}

/** Where to look first in a run that failed or waits for a decision. */
export interface Trouble {
  kind: 'failed' | 'in-doubt';
  name: string;
  iteration: { loop: string; index: number }[];
  message: string;
  /** The item of the innermost loop, in a few words. */
  item?: string | undefined;
}

/** One piece of news of a run. */
export interface RunChange {
  sequence: number;
  /** Epoch ms of the server when it was sent. */
  now: number;
  run?: RunHead | undefined;
  record?: RunRecord | undefined;
}

/** True while nothing more can happen without time passing or an answer arriving. */
export function isOver(status: ActionStatus): boolean {
  return status !== 'Running' && status !== 'Waiting';
}

/** True while a call waits to be sent again. */
export function isRetrying({ status, due }: Pick<RunRecord, 'status' | 'due'>): boolean {
  return status === 'Running' && due !== undefined;
}

/** The status a step is shown with: what waits for a decision, or to be sent again, has its own one. */
export function shownStatus(record: RunRecord): ActionStatus | 'InDoubt' | 'Retrying' {
  if (record.code === 'InDoubt') return 'InDoubt';
  return isRetrying(record) ? 'Retrying' : record.status;
}

/** Reason phrases; runs record the phrase without spaces as the code of a call (`Unauthorized`). */
const httpPhrases: Record<string, string> = {
  '200': 'OK',
  '201': 'Created',
  '202': 'Accepted',
  '204': 'No Content',
  '301': 'Moved Permanently',
  '302': 'Found',
  '307': 'Temporary Redirect',
  '308': 'Permanent Redirect',
  '400': 'Bad Request',
  '401': 'Unauthorized',
  '403': 'Forbidden',
  '404': 'Not Found',
  '405': 'Method Not Allowed',
  '408': 'Request Timeout',
  '409': 'Conflict',
  '413': 'Content Too Large',
  '415': 'Unsupported Media Type',
  '422': 'Unprocessable Content',
  '429': 'Too Many Requests',
  '500': 'Internal Server Error',
  '502': 'Bad Gateway',
  '503': 'Service Unavailable',
  '504': 'Gateway Timeout',
};

const statusByReason = new Map(
  Object.entries(httpPhrases).map(([status, phrase]) => [phrase.replaceAll(' ', '').toLowerCase(), status]),
);

/** `401` for `Unauthorized` and for `401`; undefined for codes that are no HTTP status. */
export function httpStatusOf(code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  return /^[1-5]\d\d$/.test(code) ? code : statusByReason.get(code.toLowerCase());
}

/** `401 Unauthorized` for an HTTP status, `Connection refused` for a code of ours. */
export function codeText(code: string): string {
  const status = httpStatusOf(code);
  const phrase = status && httpPhrases[status];
  return phrase
    ? `${status} ${phrase}`
    : code.replaceAll(
        /([a-z\d])([A-Z])/g,
        (_, end: string, start: string) => `${end} ${start.toLowerCase()}`,
      );
}
