// JSON as a person types it: its value, or what is wrong with it.
import type { JsonValue } from '@/lib/json';

export type ParsedText = { value: JsonValue | undefined } | { problem: string };

/** An empty text is no value. */
export function parseJsonText(text: string): ParsedText {
  if (text.trim() === '') return { value: undefined };
  try {
    return { value: JSON.parse(text) as JsonValue };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : 'This is not JSON.' };
  }
}
