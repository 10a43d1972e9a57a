// YAML 1.2 (core schema) text to a JSON value, with positions; what is wrong is told in our own sentences.
import { parseDocument, type YAMLError } from 'yaml';
import { limits } from '../limits';
import { duplicateRepair, type ParsedText } from './parse-json';
import { positionsOf } from './position';
import { foldRepairs } from './repair';
import { scanYaml } from './yaml-scan';
import { readYamlValue } from './yaml-value';

/** Parses YAML. `text` of the answer is the text as given. */
export function parseYaml(text: string): ParsedText {
  const place = positionsOf(text);
  const refuse = (code: string, message: string, offset: number): ParsedText => ({
    ok: false,
    code,
    message,
    at: place(offset),
  });
  const passed = scanYaml(text);
  if (passed) return refuse('CONN1003', limits[passed.limit].sentence, passed.offset);
  const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false });
  const error = firstOf(document.errors);
  if (error) return refuse('CONN1005', sentenceOf(error), error.pos[0]);
  const read = readYamlValue(document.contents);
  if (!read.ok) return refuse(read.code, read.message, read.offset);
  const { value, duplicates } = read;
  const told = duplicates.map(({ name, offset }) => duplicateRepair(name, place(offset)));
  return { ok: true, value, text, edits: [], duplicates, repairs: foldRepairs(told) };
}

function firstOf(errors: readonly YAMLError[]): YAMLError | undefined {
  return errors.reduce<YAMLError | undefined>(
    (first, error) => (first && first.pos[0] <= error.pos[0] ? first : error),
    undefined,
  );
}

const sentences: Partial<Record<YAMLError['code'], string>> = {
  BAD_ALIAS: 'An alias is a * and the name of a part above. Write it so, or put the text in quotes.',
  BAD_DQ_ESCAPE: 'A backslash is followed by something YAML does not know. Write two backslashes.',
  BAD_INDENT: 'This is not indented like its neighbours. Indent the entries of one list or object alike.',
  BAD_SCALAR_START: 'A text cannot begin with this character. Put it in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'There is a second colon on this line. Put a text with a colon in quotes.',
  BLOCK_IN_FLOW: 'A { or [ above is not closed. Close it before this line.',
  MISSING_CHAR: 'A closing quote, a bracket or a colon is missing here. Add it.',
  MULTILINE_IMPLICIT_KEY:
    'A key goes on over several lines. Write a colon behind it, or put the text in quotes.',
  MULTIPLE_DOCS: 'A second document begins here, and a definition is one. Keep one of them in the file.',
  TAB_AS_INDENT: 'A tab indents this line. Use spaces.',
  UNEXPECTED_TOKEN: 'This does not belong here. Put a text in quotes, or write a key and a colon before it.',
};

function sentenceOf({ code }: YAMLError): string {
  return sentences[code] ?? 'The YAML cannot be read from here on. Correct this line, its indentation first.';
}
