// Very large values are cut in view; the whole is for download.
import { limits } from '@/lib/limits';

export interface CutText {
  text: string;
  /** Of the whole, in UTF-8. */
  bytes: number;
  truncated: boolean;
}

/** At most `limits.viewBytes`, never ending inside a character. */
export function cutForView(text: string): CutText {
  const bytes = Buffer.byteLength(text);
  if (bytes <= limits.viewBytes.value) return { text, bytes, truncated: false };
  const cut = Buffer.from(text.slice(0, limits.viewBytes.value))
    .subarray(0, limits.viewBytes.value)
    .toString('utf8');
  return { text: cut.replace(/[\uFFFD\uD800-\uDBFF]+$/, ''), bytes, truncated: true };
}
