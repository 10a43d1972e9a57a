// Files that a command is given beside what it works on. One that cannot be read is a wrong use of the command.
import { readFileSync } from 'node:fs';
import type { Value } from '@/lib/expression/value';
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/json';
import { parseJsonText } from '@/lib/json-text';
import { UsageError } from './usage-error';

/** The text of a file, without a byte order mark. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new UsageError(`${file} cannot be read: there is nothing at this path.`);
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The JSON in a file, numbers as written. */
export function readValue(file: string): Value {
  const read = parseJsonText(readText(file));
  if (read.ok) return read.value;
  throw new UsageError(`${file}, line ${read.line}, column ${read.column}: ${read.message}`);
}

/** The JSON object in a file. */
export function readJsonObject(file: string): JsonObject {
  readValue(file);
  const json: JsonValue = JSON.parse(readText(file));
  if (isJsonObject(json)) return json;
  throw new UsageError(`${file} has to hold a JSON object.`);
}
