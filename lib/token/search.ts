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
    if (!matches(token, words, step) && children.length === 0) return [];
    return [{ ...token, children }];
  });
}

/** True where all words (lower case) are in the label, description, path or step of the token itself. */
export function matches(token: Token, words: readonly string[], step: string): boolean {
  const path = token.key.slice(token.key.lastIndexOf(':') + 1);
  const text = `${token.label}\n${token.description}\n${path}\n${step}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** How many tokens of a group match, at any depth; all of them for an empty query. */
export function countTokens(group: Pick<TokenGroup, 'tokens' | 'label'>, query = ''): number {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const step = group.label.toLowerCase();
  const count = (tokens: readonly Token[]): number =>
    tokens.reduce((sum, token) => sum + (matches(token, words, step) ? 1 : 0) + count(token.children), 0);
  return count(group.tokens);
}
