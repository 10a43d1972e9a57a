// Errors of the server beside the field they name.
import { expect, test } from 'vitest';
import { placeError } from '@/components/ui/place-error';

const refusal = (field?: string) => ({
  message: '“Orders” exists already.',
  data: { appError: { code: 'NAME_TAKEN', ...(field ? { field } : {}) } },
});
const fields = { name: 'name', iconDataUrl: 'icon' } as const;

test.each([
  ['name', { name: '“Orders” exists already.' }, undefined],
  ['iconDataUrl', { icon: '“Orders” exists already.' }, undefined],
  ['solutionId', {}, '“Orders” exists already.'],
  ['toString', {}, '“Orders” exists already.'],
  [undefined, {}, '“Orders” exists already.'],
])('An error on the field %s', (field, byField, elsewhere) => {
  expect(placeError(refusal(field), fields)).toEqual({ byField, elsewhere });
});

test('No error stands nowhere', () => {
  expect(placeError(null, fields)).toEqual({ byField: {}, elsewhere: undefined });
});
