// Template text to editor nodes and back.
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  type LexicalNode,
} from 'lexical';
import { type FieldPart, parseFieldText, toFieldText } from '@/lib/token/field-text';
import { makeLookup } from '@/lib/token/lookup';
import { $createTokenNode, $isTokenNode } from './token-node';

// How a token is called is looked up when it is drawn, so reading the text needs to know nothing.
const noLookup = makeLookup({
  flow: { definition: { triggers: {}, actions: {} }, connectionReferences: {}, origin: 'flowright' },
  action: '',
  groups: [],
});

function textNodes(text: string): LexicalNode[] {
  return text.split('\n').flatMap((line, index) => {
    const nodes: LexicalNode[] = index > 0 ? [$createLineBreakNode()] : [];
    if (line !== '') nodes.push($createTextNode(line));
    return nodes;
  });
}

/** Marks updates that did not come from typing and must not be answered with an edit. */
export const setFromOutside = 'set-from-outside';

/** Editor nodes for template text. */
export function toNodes(text: string): LexicalNode[] {
  return parseFieldText(text, noLookup).flatMap((part) =>
    part.kind === 'text'
      ? textNodes(part.text)
      : [$createTokenNode(part.expression, { asText: part.asText ?? false })],
  );
}

/** Replaces the whole content with `text`. */
export function fillRoot(text: string) {
  const paragraph = $createParagraphNode();
  paragraph.append(...toNodes(text));
  $getRoot().clear().append(paragraph);
}

function partsOf(node: LexicalNode): FieldPart[] {
  if ($isTokenNode(node)) {
    if (node.isPending()) return [];
    return [{ kind: 'expression', expression: node.getExpression(), asText: node.isAsText() }];
  }
  if ($isLineBreakNode(node)) return [{ kind: 'text', text: '\n' }];
  if ($isElementNode(node)) return node.getChildren().flatMap(partsOf);
  return [{ kind: 'text', text: node.getTextContent() }];
}

/** The template text of the whole content. */
export function readRoot(): string {
  const parts: FieldPart[] = [];
  $getRoot()
    .getChildren()
    .forEach((child, index) => {
      if (index > 0) parts.push({ kind: 'text', text: '\n' });
      parts.push(...partsOf(child));
    });
  return toFieldText(parts);
}
