// YAML 1.2 (core schema) text to a JSON value, with positions. Aliases are bounded, keys become texts, duplicate keys
// are listed and the last one counts.
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { JsonValue } from '../json';
import { limits } from '../limits';
import type { ParsedText } from './parse-json';
import { positionAt, type TextPosition } from './position';
import type { Repair } from './repair';
import { findTooDeepYaml } from './yaml-scan';

const valueLimit = 500_000;

/** Parses YAML. `text` of the answer is the text as given. */
export function parseYaml(text: string): ParsedText {
  const tooDeep = findTooDeepYaml(text, limits.documentDepth.value);
  if (tooDeep >= 0) {
    return {
      ok: false,
      code: 'CONN1003',
      message: limits.documentDepth.sentence,
      at: positionAt(text, tooDeep),
    };
  }
  const lines = new LineCounter();
  const place = (offset: number): TextPosition => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      uniqueKeys: false,
      merge: true,
      prettyErrors: false,
    });
    const error = document.errors[0];
    if (error)
      return { ok: false, code: 'CONN1005', message: yamlSentence(error.message), at: place(error.pos[0]) };
    const faults = inspect(document.contents, place);
    if (faults.tooDeep !== undefined) {
      return {
        ok: false,
        code: 'CONN1003',
        message: limits.documentDepth.sentence,
        at: place(faults.tooDeep),
      };
    }
    const value = toJson(document.toJS({ maxAliasCount: 100 }));
    return { ok: true, value, text, repairs: faults.repairs };
  } catch (error) {
    const deep = error instanceof RangeError;
    const message = deep
      ? limits.documentDepth.sentence
      : 'The aliases of this YAML file grow too large. Write the repeated parts out.';
    return { ok: false, code: deep ? 'CONN1003' : 'CONN1005', message, at: { line: 1, column: 1 } };
  }
}

function yamlSentence(message: string): string {
  const first = message.split('\n')[0]?.replace(/\.$/, '') ?? '';
  return `The YAML cannot be read: ${first}. Correct this line, its indentation first.`;
}

interface Inspection {
  repairs: Repair[];
  tooDeep?: number;
}

function inspect(root: unknown, place: (offset: number) => TextPosition): Inspection {
  const result: Inspection = { repairs: [] };
  const stack: { node: unknown; depth: number }[] = [{ node: root, depth: 1 }];
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const { node, depth } = entry;
    if (!isMap(node) && !isSeq(node)) continue;
    if (depth > limits.documentDepth.value) return { ...result, tooDeep: offsetOf(node) };
    if (isSeq(node)) for (const item of node.items) stack.push({ node: item, depth: depth + 1 });
    if (!isMap(node)) continue;
    const keys = new Set<string>();
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      if (keys.has(key) && isScalar(pair.key) && key !== '<<') {
        const message = `The key ${JSON.stringify(key)} stands twice in one object; the last one counts.`;
        result.repairs.push({ code: 'CONN1109', message, at: place(offsetOf(pair.key)) });
      }
      keys.add(key);
      if (!isAlias(pair.value)) stack.push({ node: pair.value, depth: depth + 1 });
    }
  }
  return result;
}

function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** Copies to plain JSON: no shared parts, no numbers that JSON lacks. Throws when aliases make it huge or deep. */
function toJson(root: unknown): JsonValue {
  let count = 0;
  const copy = (value: unknown, depth: number): JsonValue => {
    count += 1;
    if (depth > limits.documentDepth.value) throw new RangeError(limits.documentDepth.sentence);
    if (count > valueLimit) throw new Error('too many values');
    if (typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
    if (Array.isArray(value)) return value.map((item) => copy(item, depth + 1));
    if (typeof value !== 'object' || value === null)
      return value === undefined || value === null ? null : String(value);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item, depth + 1)]));
  };
  return copy(root, 0);
}
