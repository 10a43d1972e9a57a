// A live view of a run outlives the request that opened it, but not the right to watch.
import { deleteSessionsOf } from '@/db/queries/session';
import { publishHookFlow } from '../server/api/makers';
import { type Office, openOffice, type Person } from '../support/office';
import { startRawServer } from '../support/raw-server';
import { check } from './sockets';

/** The server looks every 5 s; a busy machine is given as much again. */
const patience = 10_000;

/** An open stream of events. */
interface View {
  /** Resolves when the server ended it. */
  ended: Promise<void>;
  close(): void;
}

async function watch(url: string, person: Person, runId: string): Promise<View> {
  const input = encodeURIComponent(JSON.stringify({ json: { runId } }));
  const leaving = new AbortController();
  const response = await fetch(`${url}/api/trpc/runs.watch?input=${input}`, {
    headers: { cookie: await person.cookie(), accept: 'text/event-stream' },
    signal: leaving.signal,
  });
  check(response.status === 200 && response.body !== null, `watching: ${response.status}`);
  const read = async () => {
    for await (const _part of response.body ?? []);
  };
  return { ended: read().catch(() => undefined), close: () => leaving.abort() };
}

async function endsSoon({ ended }: View, what: string): Promise<void> {
  let late: NodeJS.Timeout | undefined;
  const never = new Promise<string>((done) => {
    late = setTimeout(() => done('open'), patience);
  });
  const outcome = await Promise.race([ended.then(() => 'ended'), never]);
  clearTimeout(late);
  check(outcome === 'ended', `a live view stays open after ${what}`);
}

function leaveEnvironment({ services, environmentId }: Office, { userId }: Person): void {
  services.database.sqlite
    .prepare('DELETE FROM environment_member WHERE environment_id = ? AND user_id = ?')
    .run(environmentId, userId);
}

/** Signing out and losing the role end the views that were open; whoever may still watch is not disturbed. */
export async function endsLiveViews(): Promise<void> {
  const service = await startRawServer(() => undefined);
  const office = await openOffice({ FLOWRIGHT_ALLOW_HOSTS: service.host });
  const views: View[] = [];
  try {
    const url = await office.listen();
    const staying = office.addPerson('maker');
    const maker = await staying.api();
    const actions = { Call: { type: 'Http', inputs: { method: 'GET', uri: `${service.url}/` } } };
    const { id, hookUrl } = await publishHookFlow(maker, { name: 'Waits', actions });
    await fetch(hookUrl, { method: 'POST' });
    const runId = (await maker.runs.list({ flowId: id })).runs[0]?.id ?? '';
    const [leaving, expelled] = [office.addPerson('reader'), office.addPerson('reader')];
    for (const person of [leaving, expelled, staying]) views.push(await watch(url, person, runId));
    const [left, cut, kept] = views;
    if (left === undefined || cut === undefined || kept === undefined) throw new Error('no views');
    let disturbed = false;
    kept.ended.then(() => {
      disturbed = true;
    });
    deleteSessionsOf(office.services.database, leaving.userId);
    leaveEnvironment(office, expelled);
    await Promise.all([endsSoon(left, 'signing out'), endsSoon(cut, 'losing the role')]);
    check(!disturbed, 'a view of somebody else ended too');
  } finally {
    for (const view of views) view.close();
    await office.close();
    await service.close();
  }
}
