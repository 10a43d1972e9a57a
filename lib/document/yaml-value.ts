// The parts of a YAML document as a plain JSON value: aliases and merge keys written out, bounded in depth and size,
// keys that stand twice listed. Nothing is resolved by searching: parts are met in the order of the text.
import { isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { JsonObject, JsonValue } from '../json';
import { limits } from '../limits';
import type { DuplicateKey } from './parse-json';

type YamlValue =
  | { ok: true; value: JsonValue; duplicates: DuplicateKey[] }
  | { ok: false; code: string; message: string; offset: number };

const repeatedLimit = 100_000;

class YamlFault extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

interface Walk {
  anchors: Map<string, Node>;
  duplicates: DuplicateKey[];
  /** Values that aliases wrote out so far. */
  repeated: number;
  /** Offset of the alias that is being written out; its parts are told there. */
  alias: number | undefined;
}

/** The value of a document's contents, or the first thing in the way of one. */
export function readYamlValue(root: unknown): YamlValue {
  const walk: Walk = { anchors: new Map(), duplicates: [], repeated: 0, alias: undefined };
  try {
    return { ok: true, value: readNode(walk, root, 0), duplicates: walk.duplicates };
  } catch (error) {
    if (!(error instanceof YamlFault)) throw error;
    return { ok: false, code: error.code, message: error.message, offset: error.offset };
  }
}

function readNode(walk: Walk, node: unknown, depth: number): JsonValue {
  if (walk.alias !== undefined) walk.repeated += 1;
  if (depth > limits.documentDepth.value)
    throw new YamlFault('CONN1003', limits.documentDepth.sentence, placeOf(walk, node));
  if (walk.repeated > repeatedLimit) {
    const message = 'The aliases of this YAML file grow too large. Write the repeated parts out.';
    throw new YamlFault('CONN1005', message, placeOf(walk, node));
  }
  if (isAlias(node)) return readAlias(walk, node, (target) => readNode(walk, target, depth + 1));
  keepAnchor(walk, node);
  if (isSeq(node)) return node.items.map((item) => readNode(walk, item, depth + 1));
  if (isMap(node)) return readMap(walk, node, depth);
  return isScalar(node) ? readScalar(node.value) : null;
}

function keepAnchor(walk: Walk, node: unknown): void {
  const mayCarry = isMap(node) || isSeq(node) || isScalar(node);
  if (mayCarry && node.anchor !== undefined && walk.alias === undefined) walk.anchors.set(node.anchor, node);
}

/** What an alias stands for is a part above it; one inside of itself grows until a limit stops it. */
function readAlias<T>(walk: Walk, alias: Node & { source: string }, read: (target: Node) => T): T {
  const target = walk.anchors.get(alias.source);
  if (!target) {
    const message = `The alias *${alias.source} stands for nothing. Mark a part above with &${alias.source}, or write the part out.`;
    throw new YamlFault('CONN1005', message, placeOf(walk, alias));
  }
  const outer = walk.alias;
  walk.alias ??= offsetOf(alias);
  const value = read(target);
  walk.alias = outer;
  return value;
}

function readMap(walk: Walk, map: YAMLMap, depth: number): JsonObject {
  if (walk.alias === undefined) walk.duplicates.push(...listDuplicates(map.items));
  const merged = new Map<string, JsonValue>();
  const own: [string, JsonValue][] = [];
  for (const { key, value } of map.items) {
    if (!isMergeKey(key)) own.push([keyText(walk, key), readNode(walk, value, depth + 1)]);
    else
      for (const [name, item] of readMerge(walk, value, depth)) if (!merged.has(name)) merged.set(name, item);
  }
  return Object.fromEntries([...merged, ...own]);
}

/** Members to lay under those of the map itself; of several sources the first wins. */
function readMerge(walk: Walk, source: unknown, depth: number): [string, JsonValue][] {
  if (isAlias(source)) return readAlias(walk, source, (target) => readMerge(walk, target, depth));
  if (isSeq(source)) return source.items.flatMap((item) => readMerge(walk, item, depth));
  if (isMap(source)) return Object.entries(readNode(walk, source, depth) as JsonObject);
  const message = 'A merge key << takes an alias of an object. Write the members out in its place.';
  throw new YamlFault('CONN1005', message, placeOf(walk, source));
}

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.value === '<<' && key.type === 'PLAIN';
}

function keyText(walk: Walk, key: unknown): string {
  keepAnchor(walk, key);
  if (isAlias(key)) return readAlias(walk, key, (target) => keyText(walk, target));
  if (isScalar(key)) return key.value === null ? '' : String(key.value);
  if (key === null) return '';
  throw new YamlFault('CONN1005', 'A key is a list or an object here. Write a text.', placeOf(walk, key));
}

function readScalar(value: unknown): JsonValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  return value === undefined || value === null ? null : String(value);
}

function listDuplicates(pairs: readonly Pair[]): DuplicateKey[] {
  const duplicates: DuplicateKey[] = [];
  const last = new Map<string, number>();
  for (const [index, { key }] of pairs.entries()) {
    if (!isScalar(key) || isMergeKey(key)) continue;
    const name = String(key.value);
    const former = last.get(name);
    last.set(name, index);
    if (former === undefined) continue;
    const dropped = { from: offsetOf(pairs[former]?.key), to: offsetOf(pairs[former + 1]?.key) };
    duplicates.push({ name, offset: offsetOf(key), dropped });
  }
  return duplicates;
}

function offsetOf(node: unknown): number {
  return (isNode(node) && node.range?.[0]) || 0;
}

function placeOf(walk: Walk, node: unknown): number {
  return walk.alias ?? offsetOf(node);
}
