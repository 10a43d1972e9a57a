// Theme and density in cookies, so that the first paint is right.
import { expect, test } from 'vitest';
import { readPreferences } from '@/components/shell/preference-cookies';

test('Looks come from cookies, and unknown words become the defaults', () => {
  const jar: Record<string, string> = { 'flowright-theme': 'dark', 'flowright-density': 'huge' };
  expect(readPreferences((name) => jar[name])).toEqual({ theme: 'dark', density: 'default', rail: 'narrow' });
});
