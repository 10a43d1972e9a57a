// What turns a token into what a field takes, written out so that a maker sees it before choosing it.
import { type FieldShape, isDate } from './fit';
import type { Token, TokenType } from './token';

type Convertible = Pick<Token, 'type' | 'format'>;

export interface Conversion {
  /** Beside the token in the picker: "as number". */
  words: string;
  /** The expression of the converted value, without `@`. */
  wrap(expression: string): string;
}

const call = (words: string, fn: string): Conversion => ({
  words,
  wrap: (expression) => `${fn}(${expression})`,
});

const asNumber = { integer: call('as whole number', 'int'), number: call('as number', 'float') };
const asItem = call('as a list of one', 'createArray');
const asLength = call('its length', 'length');

/** Field type -> token type -> conversion. Pairs that are not here need none, or there is none. */
const conversions: Partial<Record<TokenType, Partial<Record<TokenType, Conversion>>>> = {
  integer: {
    string: asNumber.integer,
    boolean: { words: '1 or 0', wrap: (expression) => `if(${expression}, 1, 0)` },
    array: asLength,
  },
  number: {
    string: asNumber.number,
    boolean: { words: '1 or 0', wrap: (expression) => `if(${expression}, 1, 0)` },
    array: asLength,
  },
  boolean: {
    string: call('as Yes or No', 'bool'),
    integer: call('Yes unless 0', 'bool'),
    number: call('Yes unless 0', 'bool'),
  },
  array: {
    string: asItem,
    integer: asItem,
    number: asItem,
    boolean: asItem,
    object: asItem,
  },
  object: { string: call('read as JSON', 'json') },
};

/** How a token of that type becomes what the field takes; undefined where it is taken as it is. */
export function conversionFor(token: Convertible, field: FieldShape): Conversion | undefined {
  // A date is text that reads as nothing else.
  if (isDate(token) && field.type !== 'array') return undefined;
  return conversions[field.type]?.[token.type];
}

/** The expression of a token as the field takes it. */
export function convertFor(expression: string, token: Convertible, field: FieldShape): string {
  return conversionFor(token, field)?.wrap(expression) ?? expression;
}
