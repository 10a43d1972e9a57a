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

interface TokenOptions {
  /** Alone in its field but written `@{…}`, so that its value becomes text. */
  asText?: boolean;
  /** Label of a pill that is not decided yet; it is not part of the field's text. */
  pending?: string;
}

/** Holds only the expression; how it looks is looked up when it is drawn, so a rename shows at once. */
export class TokenNode extends DecoratorNode<ReactNode> {
  __expression: string;
  __asText: boolean;
  __pending: string | undefined;

  static override getType(): string {
    return 'flow-token';
  }

  static override clone(node: TokenNode): TokenNode {
    const { __expression, __asText, __pending, __key } = node;
    return new TokenNode(
      __expression,
      { asText: __asText, ...(__pending === undefined ? {} : { pending: __pending }) },
      __key,
    );
  }

  static override importJSON(serialized: SerializedTokenNode): TokenNode {
    return $createTokenNode(serialized.expression, { asText: serialized.asText });
  }

  constructor(expression = '', options: TokenOptions = {}, key?: NodeKey) {
    super(key);
    this.__expression = expression;
    this.__asText = options.asText ?? false;
    this.__pending = options.pending;
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
    return this.isPending() ? '' : `@{${this.getExpression()}}`;
  }

  getExpression(): string {
    return this.getLatest().__expression;
  }

  isAsText(): boolean {
    return this.getLatest().__asText;
  }

  isPending(): boolean {
    return this.getLatest().__pending !== undefined;
  }

  setExpression(expression: string) {
    this.getWritable().__expression = expression;
  }

  override decorate(): ReactNode {
    return <TokenPill expression={this.__expression} nodeKey={this.__key} pending={this.__pending} />;
  }
}

/** A new token for `expression` (without the leading `@`). */
export function $createTokenNode(expression: string, options: TokenOptions = {}): TokenNode {
  return $applyNodeReplacement(new TokenNode(expression, options));
}

/** True for a token of ours. */
export function $isTokenNode(node: LexicalNode | null | undefined): node is TokenNode {
  return node instanceof TokenNode;
}
