// What a run still knows after a crash: the outcome has to be the same whichever event was the last one on disk.
import { describe, expect, it } from 'vitest';
import { resume } from './resume';
import { answer, createDriver, finished, runFlow, toFlow } from './run-flow';

const http = (method: string, runAfter = {}, more: object = {}) => ({
  type: 'Http',
  inputs: { method, uri: 'http://api.test/', ...more },
  runAfter,
});
const following = (...names: string[]) => Object.fromEntries(names.map((name) => [name, ['Succeeded']]));
const respond = () => answer(200, 'ok');

/** Statuses and outputs by place, after a cut behind each event. */
function endsAfterEachCut(flow: ReturnType<typeof toFlow>, waiting = false) {
  const ends: Record<string, unknown>[] = [];
  for (let cut = 0; ; cut += 1) {
    const first = createDriver(flow, { respond });
    first.send({ type: 'accepted', outputs: {}, waiting });
    for (let count = 0; count < cut && first.todo.length > 0; count += 1) {
      const event = first.todo.shift();
      if (event !== undefined) first.send(event);
    }
    if (first.state.status !== 'Running') return ends;
    const second = resume(first, { respond });
    second.send({ type: 'recovered' });
    second.settle();
    ends.push(outcomeOf(second));
  }
}

function outcomeOf(driver: ReturnType<typeof createDriver>) {
  const { records, status } = finished(driver);
  const last = records.Last;
  return { status, last: last?.status, outputs: last?.outputs, code: last?.code };
}

describe('a run that is taken up again', () => {
  it('still gives result() the iterations of loops that had ended', () => {
    const flow = toFlow({
      Each: { type: 'Foreach', foreach: '@createArray(1, 2)', actions: { Look: http('GET') } },
      Wait: http('GET', following('Each')),
      Last: { type: 'Compose', inputs: "@length(result('Each')[0]['outputs'])", runAfter: following('Wait') },
    });
    const whole = outcomeOf(runFlow(flow, { respond }).driver);
    expect(whole).toMatchObject({ status: 'Succeeded', outputs: 2 });
    const ends = endsAfterEachCut(flow);
    expect(ends.length).toBeGreaterThanOrEqual(3);
    for (const end of ends) expect(end).toEqual(whole);
  });

  it('fails a second Response, as it would have without the crash', () => {
    const flow = toFlow({
      Answer: { type: 'Response', inputs: { statusCode: 200 } },
      Wait: http('GET', following('Answer')),
      Last: { type: 'Response', inputs: { statusCode: 200 }, runAfter: following('Wait') },
    });
    const whole = outcomeOf(runFlow(flow, { respond, waiting: true }).driver);
    expect(whole).toMatchObject({ status: 'Failed', code: 'ActionResponseAlreadySent' });
    const ends = endsAfterEachCut(flow, true);
    expect(ends).toHaveLength(1);
    for (const end of ends) expect(end).toEqual(whole);
  });

  it('knows of every attempt what its body was', () => {
    const digests = ['one', 'one', 'two'].map((body) => {
      const driver = createDriver(toFlow({ Post: http('POST', {}, { body }) }));
      driver.send({ type: 'accepted', outputs: {}, waiting: false });
      return driver.state.root.records[0]?.attempts?.[0]?.digest;
    });
    expect(digests[0]).toMatch(/^[0-9a-f]{16}$/);
    expect(digests[1]).toBe(digests[0]);
    expect(digests[2]).not.toBe(digests[0]);
  });
});

describe('a call that a crash interrupted', () => {
  const after = (method: string, retryPolicy: object | undefined, crashes = 1) => {
    let driver = createDriver(
      toFlow({ Call: http(method, {}, retryPolicy === undefined ? {} : { retryPolicy }) }),
    );
    driver.send({ type: 'accepted', outputs: {}, waiting: false });
    for (let crash = 0; crash < crashes; crash += 1) {
      driver = resume(driver);
      driver.send({ type: 'recovered' });
      driver.settle();
    }
    const { records } = finished(driver);
    return { calls: driver.calls.length, status: driver.state.status, code: records.Call?.code };
  };
  const twice = { type: 'fixed', interval: 'PT5S', count: 2 };

  it.each([
    ['GET', undefined, 1, { calls: 1, status: 'Running' }],
    ['GET', undefined, 9, { calls: 1, status: 'Running' }],
    ['POST', undefined, 1, { calls: 0, status: 'Waiting', code: 'InDoubt' }],
    ['GET', { type: 'none' }, 1, { calls: 0, status: 'Failed', code: 'Interrupted' }],
    ['POST', { type: 'none' }, 1, { calls: 0, status: 'Waiting', code: 'InDoubt' }],
    ['POST', twice, 2, { calls: 1, status: 'Running' }],
    ['POST', twice, 3, { calls: 0, status: 'Failed', code: 'Interrupted' }],
  ])('%s with policy %j, %i times, gives %j', (method, policy, crashes, wanted) => {
    expect(after(method, policy, crashes)).toMatchObject(wanted);
  });

  it('may have deleted what a repeated DELETE no longer finds', () => {
    const first = createDriver(toFlow({ Call: http('DELETE') }));
    first.send({ type: 'accepted', outputs: {}, waiting: false });
    const second = resume(first, { respond: () => answer(404) });
    second.send({ type: 'recovered' });
    second.settle();
    expect(finished(second).records.Call?.error?.message).toContain('may have deleted it already');
  });
});

describe('while nothing new may begin', () => {
  const held = (flow: ReturnType<typeof toFlow>) => {
    const driver = createDriver(flow);
    let holding = false;
    driver.virtual.env.holding = () => holding;
    driver.send({ type: 'accepted', outputs: {}, waiting: false });
    holding = true;
    return driver;
  };
  const chain = toFlow({ First: http('POST'), Second: http('POST', following('First')) });

  it('the end of a call is told and nothing follows from it until the next start', () => {
    const driver = held(chain);
    const commands = driver.send({ type: 'called', id: driver.calls[0]?.id ?? 0, outcome: answer(200) });
    expect(commands.map((command) => command.type)).toEqual(['record']);
    expect(driver.calls).toHaveLength(1);
    const next = resume(driver, { respond });
    next.send({ type: 'recovered' });
    next.settle();
    expect(next.calls).toHaveLength(1);
    expect(finished(next).status).toBe('Succeeded');
  });

  it('the end of the last call still ends the run', () => {
    const driver = held(toFlow({ Only: http('POST') }));
    driver.send({ type: 'called', id: driver.calls[0]?.id ?? 0, outcome: answer(200) });
    expect(driver.state.status).toBe('Succeeded');
  });

  it('a call that never left is taken back, and sent once at the next start', () => {
    const driver = held(chain);
    driver.send({ type: 'unsent', id: driver.calls[0]?.id ?? 0 });
    const next = resume(driver, { respond });
    expect([...next.state.pending.values()].map(({ state }) => state)).toEqual(['waiting']);
    next.send({ type: 'recovered' });
    next.settle();
    expect(next.calls).toHaveLength(2);
    expect(finished(next).records.First?.attempts).toHaveLength(1);
  });
});
