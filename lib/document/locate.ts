// From a JSON Pointer to the characters of the text it names, for marks in an editor.
import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { parsePointer } from '../json-pointer';

/** Range of the value at `pointer` (of its key where it has one); the nearest parent where it is missing. End exclusive. */
export function locatePointer(text: string, pointer: string): { from: number; to: number } | undefined {
  const root = parseTree(text, [], { allowTrailingComma: true });
  if (!root) return undefined;
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
}
