// The text of a definition file to a JSON document: size, byte order mark, JSON or YAML, depth, listed repairs.
// Nothing is refused that can be read; a repair that would lose paths is refused.
import { parseJson, syntaxProblem } from '../document/parse-json';
import { parseYaml } from '../document/parse-yaml';
import { positionAt, type TextPosition } from '../document/position';
import type { Repair } from '../document/repair';
import { isJsonObject, type JsonObject } from '../json';
import { limits } from '../limits';
import type { Problem } from '../problem';
import { findLostPart, type LostPart } from './lost-parts';

export type { Repair } from '../document/repair';

interface ParseProblem extends Problem {
  position?: TextPosition;
}

export type ParsedDefinition =
  | {
      ok: true;
      document: JsonObject;
      format: 'json' | 'yaml';
      /** What to keep: the text as given, or the repaired one where it was not strict JSON. */
      text: string;
      repairs: Repair[];
    }
  | { ok: false; problems: ParseProblem[] };

/** Parses a definition (or a properties file) of at most 5 MB. The name of the file only helps to tell YAML from JSON. */
export function parseDefinition(source: string, fileName = ''): ParsedDefinition {
  if (isTooLarge(source)) return refuse('CONN1001', limits.definitionBytes.sentence);
  const hasMark = source.startsWith('\ufeff');
  const text = hasMark ? source.slice(1) : source;
  if (text.trim() === '')
    return refuse('CONN1002', 'The file is empty. Choose the OpenAPI file of your API.');
  if (text.includes('\0'))
    return refuse('CONN1002', 'The file is not a text file. Save it as UTF-8 text and try again.');
  const format = looksLikeYaml(text, fileName) ? 'yaml' : 'json';
  const parsed = format === 'yaml' ? parseYaml(text) : parseJson(text);
  if (!parsed.ok) {
    const { line, column } = parsed.at;
    return refuse(parsed.code, `Line ${line}, column ${column}: ${parsed.message}`, parsed.at);
  }
  const document = parsed.value;
  if (!isJsonObject(document)) {
    if (parsed.text !== text) return refuseBroken(text);
    return refuse('CONN1007', 'The file holds a list or a single value, not an OpenAPI document.');
  }
  const lost = findLostPart(text, parsed, document);
  if (lost) return refuseLoss(text, lost);
  const mark: Repair = { code: 'CONN1101', message: 'A byte order mark at the start was skipped.' };
  return {
    ok: true,
    document,
    format,
    text: parsed.text,
    repairs: hasMark ? [mark, ...parsed.repairs] : parsed.repairs,
  };
}

/** Decodes the bytes of a file: UTF-8, UTF-16 by its mark, else Windows-1252, which is told as a repair. */
export function decodeDefinition(bytes: Uint8Array): { text: string; repairs: Repair[] } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), repairs: [] };
  if (first === 0xfe && second === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), repairs: [] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), repairs: [] };
  } catch {
    const message = 'The file is not UTF-8; it was read as Windows-1252. Look at letters with accents.';
    return { text: new TextDecoder('windows-1252').decode(bytes), repairs: [{ code: 'CONN1111', message }] };
  }
}

function refuse(code: string, message: string, position?: TextPosition): ParsedDefinition {
  const problem: ParseProblem = { code, severity: 'error', at: '', message };
  return { ok: false, problems: [position ? { ...problem, position } : problem] };
}

function isTooLarge(text: string): boolean {
  const limit = limits.definitionBytes.value;
  if (text.length > limit) return true;
  return text.length * 3 > limit && new TextEncoder().encode(text).length > limit;
}

function looksLikeYaml(text: string, fileName: string): boolean {
  const start = text.trimStart();
  if (start.startsWith('{') || start.startsWith('[') || start.startsWith('/')) return false;
  return /\.ya?ml$/i.test(fileName) || /^(#|---|%|[\w"'$.-]+\s*:)/.test(start);
}

/** Refuses text that could only be read by losing parts of it: says where it breaks. */
function refuseLoss(text: string, { offset, message }: LostPart): ParsedDefinition {
  if (offset === undefined) return refuseBroken(text, message);
  const position = positionAt(text, offset);
  const { line, column } = position;
  return refuse('CONN1006', `Line ${line}, column ${column}: ${message} ${noRepair}`, position);
}

const noRepair = 'The file is not read, because operations would be lost.';

function refuseBroken(text: string, why = ''): ParsedDefinition {
  const broken = syntaxProblem(text);
  const { line, column } = broken.at;
  const said = why === '' ? broken.message : `${broken.message} ${why}`;
  return refuse('CONN1006', `Line ${line}, column ${column}: ${said} ${noRepair}`, broken.at);
}
