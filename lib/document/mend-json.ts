// The small, certain repairs of text that is nearly JSON (RFC 8259), found in one pass over its tokens: commas too many
// or too few, comments, brackets too many or one too few, and characters that JSON does not allow.
import { endOfComment, endOfString } from './json-scan';
import type { TextEdit } from './text-edit';

export interface Mend extends TextEdit {
  kind: 'comma-removed' | 'comma-added' | 'closed' | 'early-end' | 'tail' | 'comment' | 'control' | 'space';
}

export interface MendedJson {
  /** In ascending order, in terms of the text as it came. */
  mends: Mend[];
  /** False where the text needs more than these repairs; then they are only those that hold all the same. */
  complete: boolean;
}

type Expected = 'first' | 'key' | 'colon' | 'value' | 'end';

interface Level {
  closer: '}' | ']';
  expected: Expected;
}

interface Scan {
  text: string;
  mends: Mend[];
  levels: Level[];
  /** True once the root value is read. */
  isDone: boolean;
  /** Offset of the last character of a token, or -1. */
  lastInk: number;
}

// A text with more faults is no definition that a few repairs make readable.
const mendLimit = 5_000;

const otherSpace = /[\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]/;
const literal = /(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![^\s{}[\],:"/])/y;
const onlyClosers = /[\s}\],]*$/y;

/** Scans a text that is not strict JSON. */
export function mendJson(text: string): MendedJson {
  const scan: Scan = { text, mends: [], levels: [], isDone: false, lastInk: -1 };
  let isSound = true;
  for (let index = 0; index < text.length; ) {
    if (scan.mends.length > mendLimit) return { mends: [], complete: false };
    const end = skipTrivia(scan, index);
    if (end > index) {
      index = end;
      continue;
    }
    const next = isSound ? readToken(scan, index) : skipToken(text, index);
    if (next === undefined) {
      isSound = false;
      index = skipToken(text, index);
    } else index = next;
  }
  const complete = isSound && closeText(scan);
  const mends = complete
    ? scan.mends
    : scan.mends.filter(({ kind }) => kind === 'comment' || kind === 'space');
  return { mends: mends.sort((left, right) => left.offset - right.offset), complete };
}

/** Past white space and comments; what JSON does not know of them is mended. */
function skipTrivia(scan: Scan, start: number): number {
  const { text, mends } = scan;
  const character = text[start] ?? '';
  if (character === ' ' || character === '\n' || character === '\r' || character === '\t') return start + 1;
  if (character === '/' && (text[start + 1] === '/' || text[start + 1] === '*')) {
    const end = endOfComment(text, start);
    const blank = text.slice(start, end).replace(/[^\r\n]/g, ' ');
    mends.push({ kind: 'comment', offset: start, length: end - start, text: blank });
    return end;
  }
  if (!otherSpace.test(character)) return start;
  mends.push({ kind: 'space', offset: start, length: 1, text: ' ' });
  return start + 1;
}

function skipToken(text: string, start: number): number {
  const end = text[start] === '"' ? endOfString(text, start) : start + 1;
  return end === -1 ? text.length : end;
}

/** Reads one token, mending what stands before it. Offset behind it, or undefined where the pass gives up. */
function readToken(scan: Scan, start: number): number | undefined {
  const character = scan.text[start] ?? '';
  if (scan.isDone) return afterRoot(scan, start);
  if (character === ',') return readComma(scan, start);
  if (character === ':') return readColon(scan, start);
  if (character === '}' || character === ']') return readCloser(scan, start);
  const end = endOfValue(scan, start);
  if (end === undefined) return undefined;
  const level = scan.levels.at(-1);
  if (level?.expected === 'end') {
    if (level.closer === '}' && character !== '"') return undefined;
    scan.mends.push({ kind: 'comma-added', offset: scan.lastInk + 1, length: 0, text: ',' });
    level.expected = level.closer === '}' ? 'key' : 'value';
  }
  if (level?.closer === '}' && (level.expected === 'first' || level.expected === 'key')) {
    if (character !== '"') return undefined;
    level.expected = 'colon';
  } else if (level?.expected === 'colon') return undefined;
  else if (character === '{') scan.levels.push({ closer: '}', expected: 'first' });
  else if (character === '[') scan.levels.push({ closer: ']', expected: 'first' });
  else valueRead(scan);
  scan.lastInk = end - 1;
  return end;
}

function endOfValue(scan: Scan, start: number): number | undefined {
  const { text } = scan;
  if (text[start] === '{' || text[start] === '[') return start + 1;
  if (text[start] === '"') {
    const end = endOfString(text, start);
    if (end === -1) return undefined;
    mendControls(scan, start, end);
    return end;
  }
  literal.lastIndex = start;
  return literal.test(text) ? literal.lastIndex : undefined;
}

function mendControls({ text, mends }: Scan, start: number, end: number): void {
  for (let index = start + 1; index < end - 1; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 32) continue;
    const escaped = JSON.stringify(String.fromCharCode(code)).slice(1, -1);
    mends.push({ kind: 'control', offset: index, length: 1, text: escaped });
  }
}

function valueRead(scan: Scan): void {
  const level = scan.levels.at(-1);
  if (level) level.expected = 'end';
  else scan.isDone = true;
}

function readComma(scan: Scan, start: number): number | undefined {
  const level = scan.levels.at(-1);
  if (level?.expected !== 'end') return undefined;
  level.expected = level.closer === '}' ? 'key' : 'value';
  scan.lastInk = start;
  return start + 1;
}

function readColon(scan: Scan, start: number): number | undefined {
  const level = scan.levels.at(-1);
  if (level?.expected !== 'colon') return undefined;
  level.expected = 'value';
  scan.lastInk = start;
  return start + 1;
}

function readCloser(scan: Scan, start: number): number | undefined {
  const level = scan.levels.at(-1);
  if (!level || level.closer !== scan.text[start] || !mayClose(scan, level)) return undefined;
  scan.levels.pop();
  valueRead(scan);
  scan.lastInk = start;
  return start + 1;
}

/** True where the level may end here, when need be without the comma before the end. */
function mayClose(scan: Scan, level: Level): boolean {
  if (level.expected === 'first' || level.expected === 'end') return true;
  if (scan.text[scan.lastInk] !== ',') return false;
  scan.mends.push({ kind: 'comma-removed', offset: scan.lastInk, length: 1, text: '' });
  return true;
}

/** Text after the root: brackets too many are dropped; entries that go on mean that the root was closed too early. */
function afterRoot(scan: Scan, start: number): number | undefined {
  const { text, mends, lastInk } = scan;
  onlyClosers.lastIndex = start;
  if (onlyClosers.test(text)) {
    mends.push({ kind: 'tail', offset: start, length: text.length - start, text: '' });
    return text.length;
  }
  const isComma = text[start] === ',';
  if (text[lastInk] !== '}' || (!isComma && text[start] !== '"')) return undefined;
  mends.push({ kind: 'early-end', offset: lastInk, length: 1, text: isComma ? '' : ',' });
  scan.isDone = false;
  scan.levels.push({ closer: '}', expected: isComma ? 'end' : 'key' });
  return start;
}

/** True where the text ends whole, or with one closing bracket that is added. More are never guessed. */
function closeText(scan: Scan): boolean {
  const [level, ...others] = scan.levels;
  if (!level) return scan.isDone;
  if (others.length > 0 || !mayClose(scan, level)) return false;
  const offset = scan.text[scan.lastInk] === ',' ? scan.lastInk : scan.lastInk + 1;
  scan.mends.push({ kind: 'closed', offset, length: 0, text: level.closer });
  return true;
}
