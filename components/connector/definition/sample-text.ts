// Reads what is pasted as a sample of a request or a response, and names an operation by its summary.
import type { JsonValue } from '@/lib/json';
import { parseJsonText } from '@/lib/json-text';

/** JSON of a pasted sample, or a sentence with the place that does not read. */
export function parseSample(text: string): { value: JsonValue | undefined } | { error: string } {
  if (text.trim() === '') return { value: undefined };
  try {
    return { value: JSON.parse(text) as JsonValue };
  } catch {
    const read = parseJsonText(text);
    return { error: read.ok ? 'This is not JSON yet.' : sentenceOf(read) };
  }
}

function sentenceOf({ line, column, message }: { line: number; column: number; message: string }): string {
  return `Line ${line}, column ${column}: ${message}`;
}

/** `Name value` or `Name: value`, one header a line. */
export function parseHeaderLines(text: string): { name: string; value: string }[] {
  return text
    .split('\n')
    .map((line) => /^\s*([^\s:]+)(?:\s*[:\s]\s*(.*))?$/.exec(line))
    .flatMap((match) => (match?.[1] ? [{ name: match[1], value: match[2]?.trim() ?? '' }] : []));
}

/** The lines without those that look like credentials: they are not kept in the browser. */
export function withoutCredentials(headerLines: string): string {
  return headerLines
    .split('\n')
    .filter((line) => !/^\s*[^\s:]*(auth|cookie|key|password|secret|session|token)/i.test(line))
    .join('\n');
}

/** “Get an order” as an operation ID: GetAnOrder. */
export function operationIdOf(summary: string): string {
  const words =
    summary
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[A-Za-z0-9]+/g) ?? [];
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
