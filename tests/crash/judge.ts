// The verdict: what the sample's own log and the database say about every run that was accepted.
import Sqlite from 'better-sqlite3';
import type { LoggedCall } from '@/samples/contoso-invoicing/call-log';

export interface Verdict {
  accepted: number;
  calls: number;
  /** Accepted runs that are not there. */
  lost: number;
  /** Runs that neither succeeded nor wait for a person. */
  stuck: number;
  /** Calls that arrived after a later one of their chain: what had finished was sent again. */
  resent: number;
  /** POSTs that arrived more than once. */
  doubled: number;
  /** POSTs in flight at a kill, all of them in doubt. */
  inDoubt: number;
  /** Interrupted POSTs that are not in doubt, and GETs that are. */
  misjudged: number;
  integrity: string;
}

interface Row {
  run: number;
  runStatus: string;
  name: string;
  status: string;
  code: string | null;
  attempts: string | null;
  outputs: string | null;
}

/** Waits until no run goes on any more. */
export async function waitForEnd(file: string): Promise<void> {
  const database = new Sqlite(file, { readonly: true });
  const open = database.prepare("SELECT count(*) FROM run WHERE status = 'Running'").pluck();
  const deadline = Date.now() + 90_000;
  while (Number(open.get()) > 0 && Date.now() < deadline) await new Promise((done) => setTimeout(done, 50));
  database.close();
}

export function judge(file: string, accepted: readonly number[], log: readonly LoggedCall[]): Verdict {
  const database = new Sqlite(file, { readonly: true });
  const rows = database
    .prepare(
      `SELECT run.number AS run, run.status AS runStatus, r.name, r.status, r.code, r.attempts, r.outputs
       FROM run JOIN action_record r ON r.key BETWEEN run.number * 16777216 AND run.number * 16777216 + 16777215`,
    )
    .all() as Row[];
  const integrity = String(database.pragma('integrity_check', { simple: true }));
  database.close();
  const statuses = new Map(rows.map((row) => [row.run, row.runStatus]));
  const began = new Set(rows.flatMap((row) => (row.name === 'manual' ? [numberOf(row.outputs)] : [])));
  const isPost = (row: Row) => row.name === 'Pay' || row.name === 'Book';
  const doubtful = rows.filter((row) => row.code === 'InDoubt');
  const interrupted = rows.filter((row) => isPost(row) && row.attempts?.includes('"Interrupted"'));
  return {
    accepted: accepted.length,
    calls: log.length,
    lost: accepted.filter((number) => !began.has(number)).length,
    stuck: [...statuses.values()].filter((status) => status !== 'Succeeded' && status !== 'Waiting').length,
    ...countRepeats(log),
    inDoubt: doubtful.length,
    misjudged:
      doubtful.filter((row) => !isPost(row)).length +
      interrupted.filter((row) => row.code !== 'InDoubt').length,
    integrity,
  };
}

/** `{"body":{"n":7}}` to 7. */
function numberOf(outputs: string | null): number {
  return Number((JSON.parse(outputs ?? '{}') as { body?: { n?: number } }).body?.n);
}

function countRepeats(log: readonly LoggedCall[]): { resent: number; doubled: number } {
  const posts = new Map<string, number>();
  const reached = new Map<string, number>();
  let resent = 0;
  for (const call of log) {
    const { run, step } = placeOf(call);
    if (call.method === 'POST') posts.set(`${run} ${step}`, (posts.get(`${run} ${step}`) ?? 0) + 1);
    const chain = `${run} ${Math.floor(step / 10)}`;
    if (step < (reached.get(chain) ?? 0)) resent += 1;
    reached.set(chain, Math.max(step, reached.get(chain) ?? 0));
  }
  return { resent, doubled: [...posts.values()].filter((count) => count > 1).length };
}

/** Which run and which step a call of the flow says it belongs to. */
function placeOf({ method, query, body }: LoggedCall): { run: number; step: number } {
  if (method === 'GET') return { run: Number(query.fromAmount), step: Number(query.toAmount) };
  const { invoice } = JSON.parse(body) as { invoice: { tags: string } };
  const [run, step] = invoice.tags.split(' ').map(Number);
  return { run: run ?? Number.NaN, step: step ?? Number.NaN };
}
