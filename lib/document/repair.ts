// What a reader changed to make sense of a file. Each repair is shown to the maker; none is silent.
import type { TextPosition } from './position';

export interface Repair {
  /** Stable: CONN1101 … */
  code: string;
  message: string;
  /** Where in the text, when the repair is of the text. */
  at?: TextPosition;
}

const listedOfOneCode = 20;

/** The repairs with at most 20 of one code; the last of these tells how many more places there are. */
export function foldRepairs(repairs: readonly Repair[]): Repair[] {
  const counts = new Map<string, number>();
  for (const { code } of repairs) counts.set(code, (counts.get(code) ?? 0) + 1);
  const listed = new Map<string, number>();
  return repairs.flatMap((repair) => {
    const number = (listed.get(repair.code) ?? 0) + 1;
    listed.set(repair.code, number);
    if (number > listedOfOneCode) return [];
    const more = (counts.get(repair.code) ?? 0) - listedOfOneCode;
    if (number < listedOfOneCode || more <= 0) return [repair];
    const places = more === 1 ? 'one more place' : `${more} more places`;
    return [{ ...repair, message: `${repair.message} The same was done in ${places}.` }];
  });
}
