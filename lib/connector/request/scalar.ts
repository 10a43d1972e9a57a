// Values as the text that a path, a query, a header or a form carries.
import { Decimal, Double, type Value } from '../../expression/value';
import { toJsonText } from '../../json-text';

const lone = /\p{Surrogate}/gu;

/** Text that UTF-8 can carry: a lone surrogate becomes U+FFFD, as every encoder would write it. */
export function wellFormed(text: string): string {
  return text.replace(lone, '\ufffd');
}

/** encodeURIComponent that never throws. */
export function percentEncode(text: string): string {
  return encodeURIComponent(wellFormed(text));
}

/** Text of a text, number or boolean; undefined for null, lists, objects and numbers that have no digits. */
export function scalarText(value: Value): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (value instanceof Double) return Number.isFinite(value.value) ? String(value.value) : undefined;
  return value instanceof Decimal ? toJsonText(value) : undefined;
}

const separators = { csv: ',', ssv: ' ', tsv: '\t', pipes: '|', multi: ',' } as const;

/** Text of a scalar or of a list of scalars joined as the collection format says. */
export function joinedText(value: Value, format: keyof typeof separators): string | undefined {
  if (!Array.isArray(value)) return scalarText(value);
  const texts = value.map(scalarText);
  return texts.some((text) => text === undefined) ? undefined : texts.join(separators[format]);
}
