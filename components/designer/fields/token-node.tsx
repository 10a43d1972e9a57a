// A token inside a field: one uneditable character of the text that stands for an expression.
import {
  $applyNodeReplacement,
  DecoratorNode,
  type LexicalNode,
  type NodeKey,
  type SerializedLexicalNode,
  type Spread,
} from 'lexical';
import type { ReactNode } from 'react';
import { TokenPill } from './token-pill';

type SerializedTokenNode = Spread<{ expression: string; asText: boolean }, SerializedLexicalNode>;

/** Holds only the expression; how it looks is looked up when it is drawn, so a rename shows at once. */
export class TokenNode extends DecoratorNode<ReactNode> {
  __expression: string;
  /** Alone in its field but written `@{…}`, so that its value becomes text. */
  __asText: boolean;

  static override getType(): string {
    return 'flow-token';
  }

  static override clone(node: TokenNode): TokenNode {
    return new TokenNode(node.__expression, node.__asText, node.__key);
  }

  static override importJSON(serialized: SerializedTokenNode): TokenNode {
    return $createTokenNode(serialized.expression, serialized.asText);
  }

  constructor(expression = '', asText = false, key?: NodeKey) {
    super(key);
    this.__expression = expression;
    this.__asText = asText;
  }

  override exportJSON(): SerializedTokenNode {
    return { ...super.exportJSON(), expression: this.__expression, asText: this.__asText };
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'inline-block align-middle';
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  override isInline(): true {
    return true;
  }

  /** What copying puts on the clipboard: pasting it anywhere gives the same token back. */
  override getTextContent(): string {
    return `@{${this.getExpression()}}`;
  }

  getExpression(): string {
    return this.getLatest().__expression;
  }

  isAsText(): boolean {
    return this.getLatest().__asText;
  }

  setExpression(expression: string) {
    this.getWritable().__expression = expression;
  }

  override decorate(): ReactNode {
    return <TokenPill expression={this.__expression} nodeKey={this.__key} />;
  }
}

/** A new token for `expression` (without the leading `@`). */
export function $createTokenNode(expression: string, asText = false): TokenNode {
  return $applyNodeReplacement(new TokenNode(expression, asText));
}

/** True for a token of ours. */
export function $isTokenNode(node: LexicalNode | null | undefined): node is TokenNode {
  return node instanceof TokenNode;
}
