// Who watches a run, and how a live view ends.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deleteSessionsOf } from '@/db/queries/session';
import { type Office, openOffice, type Person } from '../../support/office';
import { makePlainFlow } from '../api/makers';

let office: Office;
let maker: Person;
let url: string;
beforeEach(async () => {
  // Only the interval at which permission is looked at again: everything else goes on in real time.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  office = await openOffice({ FLOWRIGHT_ALLOW_HOSTS: '127.0.0.1:9' });
  maker = office.addPerson('maker');
  url = await office.listen();
});
afterEach(async () => {
  await office.close();
  vi.useRealTimers();
});

/** A run that waits for its retry for a minute. */
async function startLongRun(): Promise<string> {
  const caller = await maker.api();
  const flowId = await makePlainFlow(caller, {
    Ask: {
      type: 'Http',
      inputs: {
        method: 'GET',
        uri: 'http://127.0.0.1:9/',
        retryPolicy: { type: 'fixed', count: 2, interval: 'PT1M' },
      },
      runAfter: {},
    },
  });
  return (await caller.runs.start({ flowId })).runId;
}

/** Reads a live view; `text` is all that came so far, `ended` resolves when the server ends it. */
async function watch(runId: string, cookie: string) {
  const input = encodeURIComponent(JSON.stringify({ json: { runId } }));
  const response = await fetch(`${url}/api/trpc/runs.watch?input=${input}`, {
    headers: { cookie, accept: 'text/event-stream' },
  });
  const seen = { text: '' };
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const part of response.body ?? []) seen.text += decoder.decode(part);
  };
  const ended = read().then(
    () => seen.text,
    () => seen.text,
  );
  await vi.waitFor(() => expect(seen.text).toContain('"name":"Ask"'));
  return { seen, ended };
}

describe('a live view', () => {
  it.each([
    ['signs out', (person: Person) => deleteSessionsOf(office.services.database, person.userId)],
    [
      'loses the environment',
      (person: Person) =>
        office.services.database.sqlite
          .prepare('DELETE FROM environment_member WHERE user_id = ?')
          .run(person.userId),
    ],
  ])('ends within seconds when its person %s', async (_what, leave) => {
    const runId = await startLongRun();
    const reader = office.addPerson('reader');
    const stays = await watch(runId, await maker.cookie());
    const goes = await watch(runId, await reader.cookie());
    leave(reader);
    vi.advanceTimersByTime(5_000);
    const text = await goes.ended;
    // Without this event the browser comes back, and is refused.
    expect(text).not.toContain('event: return');
    const still = await Promise.race([stays.ended, new Promise((done) => setTimeout(done, 100))]);
    expect(still).toBeUndefined();
  });

  it('is taken up again by the browser when the server stops', async () => {
    const { ended } = await watch(await startLongRun(), await maker.cookie());
    await office.close();
    expect(await ended).not.toContain('event: return');
    office = await openOffice();
  });
});
