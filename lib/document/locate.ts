// From JSON Pointers to the characters of the text they name, for marks in an editor. JSON and YAML.
import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import { parsePointer } from '../json-pointer';

export interface TextRange {
  from: number;
  /** Exclusive. */
  to: number;
}

/** Finds the value at a pointer (its key where it has one), the nearest parent where it is missing. Undefined where the text does not read. */
type Locator = (pointer: string) => TextRange | undefined;

/** Reads the text once, for as many pointers as there are. */
export function createLocator(text: string): Locator {
  return /^\s*[{[]/.test(text) ? jsonLocator(text) : yamlLocator(text);
}

function jsonLocator(text: string): Locator {
  const root = parseTree(text, [], { allowTrailingComma: true });
  if (!root) return () => undefined;
  return (pointer) => {
    let node: Node = root;
    for (const segment of parsePointer(pointer)) {
      const key = node.type === 'array' ? Number(segment) : segment;
      const next = findNodeAtLocation(node, [key]);
      if (!next) break;
      node = next;
    }
    const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
    const shown = key ?? node;
    const length = node === root ? 1 : shown.length;
    return { from: shown.offset, to: shown.offset + length };
  };
}

function yamlLocator(text: string): Locator {
  const document = parseDocument(text, { uniqueKeys: false, merge: true, logLevel: 'silent' });
  const root = document.contents;
  if (document.errors.length > 0 || !isMap(root)) return () => undefined;
  return (pointer) => {
    let node: unknown = root;
    let shown: TextRange = { from: root.range?.[0] ?? 0, to: (root.range?.[0] ?? 0) + 1 };
    for (const segment of parsePointer(pointer)) {
      if (isSeq(node)) {
        node = node.items[Number(segment)];
        shown = rangeOf(node) ?? shown;
        if (node === undefined) break;
      } else if (isMap(node)) {
        const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === segment);
        if (!pair) break;
        shown = rangeOf(pair.key) ?? shown;
        node = pair.value;
      } else break;
    }
    return shown;
  };
}

function rangeOf(node: unknown): TextRange | undefined {
  const range = isNode(node) ? node.range : undefined;
  return range ? { from: range[0], to: range[1] } : undefined;
}
