// Writes changes into YAML text. A scalar is replaced in place; a change of structure goes through the document tree,
// which keeps comments but may re-indent.
import { type Document, isScalar, parseDocument, stringify } from 'yaml';
import { parsePointer } from '../json-pointer';
import type { DocumentChange } from '../problem';

/** The YAML text after the changes. */
export function rewriteYaml(text: string, changes: readonly DocumentChange[]): string {
  return changes.reduce(applyOne, text);
}

function applyOne(text: string, change: DocumentChange): string {
  const document = parseDocument(text, { uniqueKeys: false, merge: true });
  const path = locate(document, parsePointer(change.at));
  if (change.op === 'remove') document.deleteIn(path);
  else {
    const node = document.getIn(path, true);
    const isPlain = change.value === null || typeof change.value !== 'object';
    const range = isScalar(node) ? node.range : undefined;
    if (isPlain && range && isScalar(node) && !isBlock(node.type)) {
      const written = stringify(change.value, {
        lineWidth: 0,
        defaultStringType: 'QUOTE_DOUBLE',
        defaultKeyType: 'PLAIN',
      }).trimEnd();
      return text.slice(0, range[0]) + written + text.slice(range[1]);
    }
    document.setIn(path, change.value);
  }
  return document.toString({ lineWidth: 0 });
}

function isBlock(type: string | undefined): boolean {
  return type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
}

/** Keys of YAML maps may be numbers (200:) and list places are numbers; pointers only know texts. */
function locate(document: Document, names: readonly string[]): unknown[] {
  const path: unknown[] = [];
  for (const name of names) {
    const asNumber = /^(0|[1-9]\d*)$/.test(name) ? Number(name) : undefined;
    const hasText = document.hasIn([...path, name]);
    path.push(!hasText && asNumber !== undefined && document.hasIn([...path, asNumber]) ? asNumber : name);
  }
  return path;
}
