// Guesses that arrive together wait for the same slow check; they are limited as if they came one after the other.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Office, openOffice, password } from '../support/office';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

it('hears only as many tries at once as one after the other', async () => {
  const { email } = office.addPerson('maker');
  const tries = Array.from({ length: 12 }, (_, index) =>
    office.services.auth.signIn({ email, password: `wrong-password-${index}`, source: 'one' }),
  );
  const settled = await Promise.allSettled(tries);
  expect(settled.filter((one) => one.status === 'fulfilled')).toHaveLength(8);
});

it('takes back the count of a try that was right', async () => {
  const { email } = office.addPerson('maker');
  for (let index = 0; index < 9; index += 1)
    expect(await office.services.auth.signIn({ email, password, source: 'two' })).toBeDefined();
});
