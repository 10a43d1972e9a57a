// Search in dynamic content: every word has to be found in the label, description, path or step of a token.
import type { Token, TokenGroup } from './token';

/** The groups with only what matches; parents of a match stay, so that the tree keeps its shape. All of it for an empty query. */
export function searchTokens(groups: readonly TokenGroup[], query: string): TokenGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...groups];
  return groups.flatMap((group) => {
    const tokens = filterTokens(group.tokens, words, group.label.toLowerCase());
    return tokens.length === 0 ? [] : [{ ...group, tokens }];
  });
}

function filterTokens(tokens: readonly Token[], words: readonly string[], step: string): Token[] {
  return tokens.flatMap((token) => {
    const children = filterTokens(token.children, words, step);
    const path = token.key.slice(token.key.lastIndexOf(':') + 1);
    const text = `${token.label}\n${token.description}\n${path}\n${step}`.toLowerCase();
    const matches = words.every((word) => text.includes(word));
    if (!matches && children.length === 0) return [];
    return [{ ...token, children }];
  });
}

/** How many tokens there are in groups, at any depth. */
export function countTokens(groups: readonly { tokens: readonly Token[] }[]): number {
  const count = (tokens: readonly Token[]): number =>
    tokens.reduce((sum, token) => sum + 1 + count(token.children), 0);
  return groups.reduce((sum, group) => sum + count(group.tokens), 0);
}
