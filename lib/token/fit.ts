// How well a token fits a field: what is of the field's type comes first, what can be turned into it next.
import type { Token, TokenType } from './token';

export type Fit = 'exact' | 'convertible' | 'other';

export interface FieldShape {
  type: TokenType;
  format?: string;
}

/** True for what is a day or a moment. */
export function isDate({ format }: { format?: string }): boolean {
  return format === 'date-time' || format === 'date';
}

const numbers: readonly TokenType[] = ['integer', 'number'];

/** The fit of a token to a field. Text takes everything; fields without a type too. */
export function fitOf(token: Pick<Token, 'type' | 'format' | 'lists'>, field: FieldShape): Fit {
  if (field.type === 'any') return 'exact';
  if (field.type === 'string') return fitText(token, field);
  if (token.type === field.type) return 'exact';
  if (token.type === 'any') return 'convertible';
  if (numbers.includes(field.type)) {
    if (numbers.includes(token.type)) return 'exact';
    return token.type === 'string' && !isDate(token) ? 'convertible' : 'other';
  }
  return 'other';
}

function fitText(token: Pick<Token, 'type' | 'format'>, field: FieldShape): Fit {
  if (token.type !== 'string') return 'convertible';
  if (isDate(field)) return isDate(token) ? 'exact' : 'convertible';
  return 'exact';
}

const ranks: Record<Fit, number> = { exact: 0, convertible: 1, other: 2 };

/** Tokens of one level, best fit first, advanced last; the rest in their order. Lists whose items may fit keep their place. */
export function orderByFit(tokens: readonly Token[], field: FieldShape): Token[] {
  const rank = (token: Token) => (token.advanced ? 10 : 0) + bestInside(token, field);
  return tokens
    .map((token, index) => ({ token, index, rank: rank(token) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ token }) => token);
}

function bestInside(token: Token, field: FieldShape): number {
  const own = ranks[fitOf(token, field)];
  return token.children.reduce((best, child) => Math.min(best, ranks[fitOf(child, field)]), own);
}
