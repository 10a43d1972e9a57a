// What a reader changed to make sense of a file. Each repair is shown to the maker; none is silent.
import type { TextPosition } from './position';

export interface Repair {
  /** Stable: CONN1101 … */
  code: string;
  message: string;
  /** Where in the text, when the repair is of the text. */
  at?: TextPosition;
}
