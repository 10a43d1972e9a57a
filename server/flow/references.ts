// The connection references that a flow keeps as text.
import type { ConnectionReferences } from '@/lib/flow/definition';

/** Reads what a row of a flow or of one of its versions keeps. */
export function readReferences(text: string): ConnectionReferences {
  return JSON.parse(text) as ConnectionReferences;
}
