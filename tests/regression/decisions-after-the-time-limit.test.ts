// "Send again" on a call in doubt counted the step's time limit from its first start, so nothing was sent; and the number of
// calls in doubt was lowered twice, after which nobody was asked about the next one.
import { expect, it } from 'vitest';
import { createDriver, failure, toFlow } from '../lib/engine/run-flow';

const post = (more: object = {}) => ({
  type: 'Http',
  inputs: { method: 'POST', uri: 'http://api.test/' },
  ...more,
});
const decide = { type: 'decided', name: 'A', path: '', decision: 'send-again' } as const;

it('a decision begins the time limit anew', () => {
  const driver = createDriver(toFlow({ A: post({ limit: { timeout: 'PT10S' } }) }));
  driver.send({ type: 'accepted', outputs: {}, waiting: false });
  driver.send({ type: 'called', id: driver.calls[0]?.id ?? 0, outcome: failure('unknown') });
  expect(driver.state).toMatchObject({ status: 'Waiting', inDoubt: 1 });
  driver.virtual.advance(3_600_000);
  driver.send(decide);
  expect(driver.calls).toHaveLength(2);
  expect(driver.calls[1]?.request.timeout).toBe(10_000);
  expect(driver.state).toMatchObject({ status: 'Running', inDoubt: 0 });
});

it('a call that can no longer be sent is counted out once', () => {
  const driver = createDriver(toFlow({ A: post() }));
  driver.send({ type: 'accepted', outputs: {}, waiting: false });
  driver.send({ type: 'called', id: driver.calls[0]?.id ?? 0, outcome: failure('unknown') });
  const [pending] = driver.state.pending.values();
  if (pending) pending.request = { code: 'ConnectionMissing', message: 'The connection is gone.' };
  driver.send(decide);
  expect(driver.state).toMatchObject({ status: 'Failed', inDoubt: 0 });
});
