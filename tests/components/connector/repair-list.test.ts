import { expect, it } from 'vitest';
import { repairLines } from '@/components/connector/import/repair-list';

it('says each kind of repair once, with its first place', () => {
  const comma = 'A missing comma was added.';
  expect(
    repairLines([
      { code: 'CONN1101', message: 'A byte order mark at the start was skipped.' },
      { code: 'CONN1102', message: comma, at: { line: 4, column: 2 } },
      { code: 'CONN1102', message: comma, at: { line: 9, column: 1 } },
    ]),
  ).toEqual([
    'A byte order mark at the start was skipped.',
    'Line 4, column 2: A missing comma was added. (2 times)',
  ]);
  expect(repairLines([])).toEqual([]);
});
