// Mutant: calls leave without a record that they were about to.

import type { Database } from '../../../db/client';
import {
  type RecordRow,
  type RunWriter,
  createRunWriter as writeTruly,
} from '../../../db/queries/run-journal';

export function createRunWriter(database: Database): RunWriter {
  const writer = writeTruly(database);
  const place = (number: number, row: RecordRow) => `${number} ${row.path} ${row.name}`;
  const forgotten = new Set<string>();
  return {
    write: (entries) =>
      writer.write(
        entries.map((entry) => ({
          ...entry,
          records: [...entry.records].flatMap((row) => {
            const key = place(entry.runNumber, row);
            if (row.status === 'Running' && row.attempts !== null) {
              forgotten.add(key);
              return [];
            }
            return [forgotten.has(key) ? { ...row, stored: 0 } : row];
          }),
        })),
      ),
  };
}
