// The text of a definition file to a JSON document: size, byte order mark, JSON or YAML, depth, listed repairs.
// Nothing is refused that can be read; a repair that would lose paths is refused.
import { parseJson, syntaxProblem } from '../document/parse-json';
import { parseYaml } from '../document/parse-yaml';
import { positionAt, type TextPosition } from '../document/position';
import type { Repair } from '../document/repair';
import { isStrictJson } from '../document/repair-json';
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
  const markup = refuseMarkup(text);
  if (markup) return markup;
  const format = isYaml(text, fileName) ? 'yaml' : 'json';
  const parsed = format === 'yaml' ? parseYaml(text) : parseJson(text);
  if (!parsed.ok) return refuseUnread(text, parsed);
  const document = parsed.value;
  if (!isJsonObject(document)) {
    if (parsed.text !== text) return refuseUnread(text, syntaxProblem(text));
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
    const text = new TextDecoder('windows-1252').decode(bytes);
    // What is no text at all is refused as such; there is nothing to look at.
    if (bytes.includes(0)) return { text, repairs: [] };
    const message = 'The file is not UTF-8; it was read as Windows-1252. Look at letters with accents.';
    return { text, repairs: [{ code: 'CONN1111', message }] };
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

function isYaml(text: string, fileName: string): boolean {
  const isNamed = /\.ya?ml$/i.test(fileName);
  const start = text.trimStart();
  if (start.startsWith('{')) {
    // YAML may be written with brackets as well; JSON is the stricter reading of them.
    const hasPlainKey = /^\{\s*[A-Za-z_][\w.-]*\s*:\s/.test(start);
    if (isStrictJson(text) || !(isNamed || hasPlainKey)) return false;
    return (isNamed && hasPlainKey) || parseYaml(text).ok;
  }
  if (start.startsWith('[') || start.startsWith('/')) return false;
  return isNamed || /^(#|---|%|-\s|[\w"'$.-]+\s*:)/.test(start);
}

/** Web pages and XML are saved in the place of a file often enough to be known by name. */
function refuseMarkup(text: string): ParsedDefinition | undefined {
  const at = text.search(/\S/);
  if (text[at] !== '<') return undefined;
  const isPage = /^<(!doctype\s+html|html|head|body)\b/i.test(text.slice(at, at + 40));
  const what = isPage
    ? 'This is a web page, not a definition. Open the address of the OpenAPI file itself, and save that.'
    : 'This is an XML file, not a definition. Choose the OpenAPI file of your API, JSON or YAML.';
  return refuseAt(text, { code: 'CONN1008', message: what, offset: at });
}

/** Text that begins like no definition is told as such: no correction of it would help. */
function refuseUnread(
  text: string,
  broken: { code: string; message: string; at: TextPosition },
): ParsedDefinition {
  const at = text.search(/\S/);
  const isOther = broken.code === 'CONN1004' && !/[{[/"]/.test(text[at] ?? '');
  if (isOther) {
    const [word = ''] = /^\S{1,30}/.exec(text.slice(at)) ?? [];
    const message = `This is not a definition: it begins with “${word}”. Choose the OpenAPI file of your API, JSON or YAML.`;
    return refuseAt(text, { code: 'CONN1008', message, offset: at });
  }
  const { line, column } = broken.at;
  return refuse(broken.code, `Line ${line}, column ${column}: ${broken.message}`, broken.at);
}

function refuseAt(text: string, fault: { code: string; message: string; offset: number }): ParsedDefinition {
  const position = positionAt(text, fault.offset);
  const { line, column } = position;
  return refuse(fault.code, `Line ${line}, column ${column}: ${fault.message}`, position);
}

/** Refuses text that could only be read by losing parts of it: says where it breaks. */
function refuseLoss(text: string, { offset, message }: LostPart): ParsedDefinition {
  if (offset !== undefined)
    return refuseAt(text, { code: 'CONN1006', message: `${message} ${notRead}`, offset });
  const broken = syntaxProblem(text);
  const { line, column } = broken.at;
  const said = `Line ${line}, column ${column}: ${broken.message} ${message} ${notRead}`;
  return refuse('CONN1006', said, broken.at);
}

const notRead = 'The file is not read, because operations would be lost.';
