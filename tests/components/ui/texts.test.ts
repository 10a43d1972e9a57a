// Small texts of the interface.
import { describe, expect, test } from 'vitest';
import { describeError } from '@/components/ui/describe-error';
import { matchesFilter } from '@/components/ui/list-filter';
import { relativeText } from '@/components/ui/relative-time';

describe('A relative time', () => {
  const now = Date.UTC(2026, 10, 22, 12);
  test.each([
    [3_000, 'just now'],
    [44_000, '44 s ago'],
    [60_000, '1 min ago'],
    [59 * 60_000 + 59_000, '59 min ago'],
    [26 * 3_600_000, '1 d ago'],
  ])('%i ms back reads %s', (passed, text) => {
    expect(relativeText(now - passed, now)).toBe(text);
  });

  test('becomes a date after a week', () => {
    expect(relativeText(now - 8 * 86_400_000, now)).toMatch(/2026/);
  });
});

describe('A list filter', () => {
  test('wants every word somewhere in the texts, whatever the case', () => {
    expect(matchesFilter('INVOICE con', 'Email invoice list', 'Contoso')).toBe(true);
    expect(matchesFilter('invoice other', 'Email invoice list', undefined)).toBe(false);
    expect(matchesFilter('', 'anything')).toBe(true);
  });
});

describe('What is said about an error', () => {
  test('comes from the server where it answered', () => {
    const error = Object.assign(new Error('This name is already used here.'), {
      data: { appError: { code: 'NAME_TAKEN', field: 'name' }, path: 'flows.rename' },
    });
    const told = describeError(error);
    expect(told).toMatchObject({
      message: 'This name is already used here.',
      code: 'NAME_TAKEN',
      field: 'name',
      fields: { name: 'This name is already used here.' },
      answered: true,
    });
    expect(told.details).toContain('call: flows.rename');
  });

  test('is said for each field where the server named several', () => {
    const fields = { name: 'A name is required.', email: 'This is not an e-mail address.' };
    const data = { appError: { code: 'INVALID_INPUT', field: 'name', fields } };
    expect(describeError(Object.assign(new Error('A name is required.'), { data })).fields).toEqual(fields);
    expect(describeError(new Error('No answer')).fields).toEqual({});
  });

  test('names the server where nothing came back', () => {
    expect(describeError(new TypeError('Failed to fetch'))).toMatchObject({
      message: 'The server did not answer. Is it still running?',
      answered: false,
    });
  });

  test.each([undefined, null, 7, 'text', {}])('survives %j', (thrown) => {
    expect(describeError(thrown).message).toBe('Something went wrong.');
  });
});
