// What the terminal says once the product can be reached.
import { expect, test } from 'vitest';
import { startLines } from '@/server/start-lines';

const plain = {
  url: 'http://127.0.0.1:3000',
  copy: undefined,
  setupCode: undefined,
  engine: 'inline',
} as const;

test.each([
  ['where it is', {}, ['Flowright  http://127.0.0.1:3000']],
  [
    'what a first run over a network needs',
    { setupCode: 'abc' },
    ['Flowright  http://127.0.0.1:3000', expect.stringContaining('abc')],
  ],
  [
    'that runs wait for a worker',
    { engine: 'none' as const },
    ['Flowright  http://127.0.0.1:3000', expect.stringContaining('npm run worker')],
  ],
  [
    'where the copy of an upgraded database is, before the address',
    { copy: 'before.db' },
    [expect.stringContaining('before.db'), 'Flowright  http://127.0.0.1:3000'],
  ],
])('The start says %s', (_, more, lines) => {
  expect(startLines({ ...plain, ...more })).toEqual(lines);
});
