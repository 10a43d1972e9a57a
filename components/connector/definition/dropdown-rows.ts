// A dropdown as rows of texts: what is typed, beside the options that the definition has.
import type { InputField } from '@/lib/connector/model';
import type { JsonValue } from '@/lib/json';
import { readTypedText, toTypedText } from './value-text';

export type DropdownOptions = NonNullable<InputField['options']>;

export interface DropdownRow {
  id: number;
  value: string;
  label: string;
}

/** A text as a value of the type, as a text where it is none: the checker says so. */
function toValue(text: string, type: string): JsonValue {
  const read = readTypedText(text, type);
  return 'value' in read ? read.value : text;
}

/** The options that the rows say; rows without a value are not finished. */
export function toOptions(rows: readonly DropdownRow[], type: string): DropdownOptions | undefined {
  const filled = rows.filter((row) => row.value !== '');
  if (filled.length === 0) return undefined;
  return filled.map((row) => ({ value: toValue(row.value, type), label: row.label || row.value }));
}

/** The options under another type. */
export function convertOptions(options: DropdownOptions, type: string): DropdownOptions {
  return options.map(({ value, label }) => ({ value: toValue(toTypedText(value), type), label }));
}

/** The rows while they say what the definition has; else its own, after Undo or a change made elsewhere. */
export function rowsOf(
  options: InputField['options'],
  { type, rows }: { type: string; rows: readonly DropdownRow[] },
): readonly DropdownRow[] {
  const own = (options ?? []).map(({ value, label }, id) => ({ id, value: toTypedText(value), label }));
  const isSame = JSON.stringify(toOptions(rows, type)) === JSON.stringify(toOptions(own, type));
  return isSame ? rows : own;
}
