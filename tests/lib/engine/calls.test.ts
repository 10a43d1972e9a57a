// Calls: what is sent, what is sent again and when, what is in doubt, and who decides then.
import { describe, expect, it } from 'vitest';
import type { HttpOutcome } from '@/lib/http';
import { answer, createDriver, failure, finished, runFlow, toFlow } from './run-flow';

const http = (method: string, more: object = {}) => ({
  type: 'Http',
  inputs: { method, uri: 'http://api.test/things?a=1', ...more },
});

describe('the Http action', () => {
  it('sends what its inputs say', () => {
    const run = runFlow(
      toFlow({
        Call: http('post', {
          headers: { 'X-A': 1, 'X-None': null },
          queries: { q: 'ä b' },
          body: { n: 1 },
          authentication: { type: 'Basic', username: 'u', password: 'p' },
        }),
      }),
      { respond: () => answer(201, { id: 5 }, { 'content-type': 'application/json' }) },
    );
    expect(run.driver.calls[0]?.request).toEqual({
      method: 'POST',
      url: 'http://api.test/things?a=1&q=%C3%A4%20b',
      headers: {
        'X-A': '1',
        'content-type': 'application/json; charset=utf-8',
        authorization: 'Basic dTpw',
      },
      body: { kind: 'text', text: '{"n":1}' },
    });
    expect(run.records.Call).toMatchObject({
      status: 'Succeeded',
      code: 'Created',
      outputs: { statusCode: 201, body: { id: 5 } },
    });
    expect(JSON.stringify(run.records.Call)).not.toContain('"p"');
  });
  it.each([
    ['text', 'text/plain; charset=utf-8', { kind: 'text', text: 'text' }],
    [{ '$content-type': 'image/png', $content: 'AAA=' }, 'image/png', { kind: 'bytes', base64: 'AAA=' }],
  ])('sends the body %j as %s', (body, type, wanted) => {
    const { driver } = runFlow(toFlow({ Call: http('PUT', { body }) }));
    expect(driver.calls[0]?.request.headers['content-type']).toBe(type);
    expect(driver.calls[0]?.request.body).toEqual(wanted);
  });
  it('uses a Raw authorization value', () => {
    const { driver } = runFlow(
      toFlow({ Call: http('GET', { authentication: { type: 'Raw', value: 'Key 1' } }) }),
    );
    expect(driver.calls[0]?.request.headers.authorization).toBe('Key 1');
  });
  it.each([
    [{ uri: '' }, 'BadRequest'],
    [{ uri: 'not an address' }, 'BadRequest'],
    [{ authentication: { type: 'ManagedServiceIdentity' } }, 'AuthenticationNotSupported'],
  ])('fails before sending with %j', (more, code) => {
    const run = runFlow(toFlow({ Call: http('GET', more) }));
    expect(run.records.Call).toMatchObject({ status: 'Failed', code });
    expect(run.driver.calls).toHaveLength(0);
  });
  it('fails on a redirect and shows where it points', () => {
    const run = runFlow(toFlow({ Call: http('GET') }), {
      respond: () => answer(302, undefined, { location: 'http://other.test/' }),
    });
    expect(run.records.Call).toMatchObject({ status: 'Failed', code: 'Found' });
    expect(run.records.Call?.error?.message).toContain('http://other.test/');
  });
});

describe('the default retry policy', () => {
  const outcomes: Record<string, HttpOutcome> = {
    '429': answer(429),
    '503': answer(503),
    '408': answer(408),
    '500': answer(500),
    '502': answer(502),
    '504': answer(504),
    '501': answer(501),
    '404': answer(404),
    '409': answer(409),
    'not sent': failure('no'),
    unknown: failure('unknown'),
    refused: failure('no', 'HostNotAllowed'),
    'too large': failure('unknown', 'ResponseTooLarge'),
  };
  const table: [string, string, 'retry' | 'Failed' | 'uncertain' | 'doubt'][] = [];
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'POST', 'PATCH']) {
    const unsafe = method === 'POST' || method === 'PATCH';
    for (const name of ['429', '503', 'not sent']) table.push([method, name, 'retry']);
    for (const name of ['408', '500', '502', '504'])
      table.push([method, name, unsafe ? 'uncertain' : 'retry']);
    for (const name of ['501', '404', '409', 'refused']) table.push([method, name, 'Failed']);
    table.push([method, 'unknown', unsafe ? 'doubt' : 'retry']);
    table.push([method, 'too large', unsafe ? 'uncertain' : 'Failed']);
  }
  it.each(table)('%s ending with %s: %s', (method, name, wanted) => {
    const outcome = outcomes[name];
    if (outcome === undefined) throw new Error(name);
    const run = runFlow(toFlow({ Call: http(method) }), { respond: () => outcome });
    const record = run.records.Call;
    expect(run.driver.calls).toHaveLength(wanted === 'retry' ? 5 : 1);
    expect(record?.status).toBe(wanted === 'doubt' ? 'Waiting' : 'Failed');
    if (wanted === 'doubt') expect(record?.code).toBe('InDoubt');
    expect(record?.error?.message.includes('may have been processed')).toBe(wanted === 'uncertain');
    expect(record?.attempts).toHaveLength(wanted === 'retry' ? 5 : 1);
  });

  it('doubles from one second, within a tenth of the plan', () => {
    const { driver } = runFlow(toFlow({ Call: http('GET') }), { respond: () => answer(503) });
    const gaps = driver.calls.slice(1).map((call, index) => call.at - (driver.calls[index]?.at ?? 0));
    expect(gaps).toHaveLength(4);
    gaps.forEach((gap, index) => {
      const plan = 1000 * 2 ** index;
      expect(Math.abs(gap - plan)).toBeLessThanOrEqual(plan * 0.1);
    });
  });
  it.each([
    ['30', 30_000],
    ['86400', 3_600_000],
    ['Sun, 22 Nov 2026 10:00:20 GMT', 20_000],
    ['soon', 1_000],
  ])('honours Retry-After: %s', (text, wanted) => {
    const run = runFlow(toFlow({ Call: http('POST') }), {
      respond: (_request, attempt) =>
        attempt === 1 ? answer(429, undefined, { 'retry-after': text }) : answer(200),
    });
    const [first, second] = run.driver.calls;
    const gap = (second?.at ?? 0) - (first?.at ?? 0);
    expect(Math.abs(gap - wanted)).toBeLessThanOrEqual(wanted * 0.1);
    expect(run.statuses.Call).toBe('Succeeded');
  });
});

describe('a retry policy of the definition', () => {
  const gapsOf = (retryPolicy: object, outcome: HttpOutcome, method = 'POST') => {
    const run = runFlow(toFlow({ Call: http(method, { retryPolicy }) }), { respond: () => outcome });
    const { calls } = run.driver;
    return { gaps: calls.slice(1).map((call, index) => call.at - (calls[index]?.at ?? 0)), run };
  };
  it('fixed: so many times at that distance, whatever the method', () => {
    const { gaps } = gapsOf({ type: 'fixed', interval: 'PT30S', count: 3 }, answer(500));
    expect(gaps).toEqual([30_000, 30_000, 30_000]);
    expect(gapsOf({ type: 'Fixed', interval: 'PT10S', count: 1 }, failure('unknown')).gaps).toEqual([10_000]);
  });
  it('exponential: within the bounds of each step', () => {
    const { gaps } = gapsOf(
      { type: 'exponential', interval: 'PT10S', count: 5, minimumInterval: 'PT5S', maximumInterval: 'PT1M' },
      answer(503),
    );
    const bounds = [
      [5, 10],
      [10, 20],
      [20, 40],
      [40, 60],
      [60, 60],
    ];
    expect(gaps).toHaveLength(5);
    gaps.forEach((gap, index) => {
      const [low = 0, high = 0] = bounds[index] ?? [];
      expect(gap).toBeGreaterThanOrEqual(low * 1000);
      expect(gap).toBeLessThanOrEqual(high * 1000);
    });
  });
  it('none: never again; an unknown outcome of an unsafe call stays in doubt', () => {
    expect(gapsOf({ type: 'none' }, answer(503)).run.statuses.Call).toBe('Failed');
    expect(gapsOf({ type: 'none' }, failure('unknown')).run.records.Call?.code).toBe('InDoubt');
    expect(gapsOf({ type: 'none' }, failure('unknown'), 'GET').run.statuses.Call).toBe('Failed');
  });
  it('does not repeat what the API refused for good', () => {
    expect(gapsOf({ type: 'fixed', interval: 'PT5S', count: 4 }, answer(400)).gaps).toEqual([]);
  });
});

describe('a time limit', () => {
  it('covers all attempts, and the action ends as TimedOut', () => {
    const run = runFlow(toFlow({ Call: { ...http('GET'), limit: { timeout: 'PT5S' } } }), {
      respond: () => answer(503),
    });
    expect(run.driver.calls).toHaveLength(3);
    expect(run.driver.calls[0]?.request.timeout).toBe(5_000);
    expect(run.records.Call).toMatchObject({ status: 'TimedOut', code: 'ActionTimedOut' });
    expect(run.status).toBe('TimedOut');
  });
});

describe('a call in doubt', () => {
  const start = () => {
    const driver = createDriver(
      toFlow({
        Pay: http('POST'),
        Next: { type: 'Compose', inputs: "@body('Pay')", runAfter: { Pay: ['Succeeded'] } },
        Other: { type: 'Compose', inputs: 1 },
      }),
    );
    driver.send({ type: 'accepted', outputs: {}, waiting: false });
    driver.send({ type: 'called', id: driver.calls[0]?.id ?? 0, outcome: failure('unknown') });
    return driver;
  };
  it('lets other branches go on; the run waits', () => {
    const driver = start();
    expect(finished(driver).statuses).toMatchObject({ Pay: 'Waiting', Other: 'Succeeded' });
    expect(driver.state.status).toBe('Waiting');
    expect(driver.runChanges.at(-1)).toMatchObject({ status: 'Waiting', inDoubt: 1 });
  });
  it('send again: one more attempt', () => {
    const driver = start();
    driver.send({ type: 'decided', name: 'Pay', path: '', decision: 'send-again', by: 'Ada' });
    expect(driver.calls).toHaveLength(2);
    expect(driver.state.status).toBe('Running');
    driver.send({ type: 'called', id: driver.calls[1]?.id ?? 0, outcome: answer(200, 'paid') });
    const run = finished(driver);
    expect(run.records.Next?.outputs).toBe('paid');
    expect(run.records.Pay?.attempts?.[0]?.decision).toMatchObject({ choice: 'send-again', by: 'Ada' });
    expect(run.status).toBe('Succeeded');
  });
  it('it worked: with the output a person gives', () => {
    const driver = start();
    driver.send({ type: 'decided', name: 'Pay', path: '', decision: 'worked', output: { id: 9 } });
    const run = finished(driver);
    expect(run.records.Next?.outputs).toEqual({ id: 9 });
    expect(run.status).toBe('Succeeded');
  });
  it('it failed: the run goes on from a failed action', () => {
    const driver = start();
    driver.send({ type: 'decided', name: 'Pay', path: '', decision: 'failed' });
    expect(finished(driver).statuses).toMatchObject({ Pay: 'Failed', Next: 'Skipped' });
    expect(driver.state.status).toBe('Failed');
  });
  it('cancel run', () => {
    const driver = start();
    driver.send({ type: 'decided', name: 'Pay', path: '', decision: 'cancel-run' });
    expect(finished(driver).statuses).toMatchObject({ Pay: 'Cancelled', Next: 'Skipped' });
    expect(driver.state.status).toBe('Cancelled');
  });
  it('only the first decision counts, whatever the second one is', () => {
    for (const first of ['send-again', 'worked', 'failed', 'cancel-run'] as const)
      for (const second of ['send-again', 'worked', 'failed', 'cancel-run'] as const) {
        const driver = start();
        expect(
          driver.send({ type: 'decided', name: 'Pay', path: '', decision: first }).length,
        ).toBeGreaterThan(0);
        expect(driver.send({ type: 'decided', name: 'Pay', path: '', decision: second })).toEqual([]);
      }
  });
});

describe('cancelling', () => {
  it('aborts calls, forgets timers, and nothing is sent afterwards', () => {
    const driver = createDriver(toFlow({ A: http('GET'), B: http('POST') }));
    driver.send({ type: 'accepted', outputs: {}, waiting: false });
    driver.send({ type: 'called', id: driver.calls[0]?.id ?? 0, outcome: answer(503) });
    driver.send({ type: 'cancelled' });
    expect(driver.aborted).toEqual([driver.calls[1]?.id]);
    expect(driver.state.status).toBe('Cancelled');
    expect(driver.send({ type: 'due', id: driver.calls[0]?.id ?? 0 })).toEqual([]);
    expect(driver.send({ type: 'called', id: driver.calls[1]?.id ?? 0, outcome: answer(200) })).toEqual([]);
    expect(driver.send({ type: 'cancelled' })).toEqual([]);
    expect(finished(driver).statuses).toEqual({ A: 'Cancelled', B: 'Cancelled' });
  });
});
