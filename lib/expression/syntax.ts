// The syntax tree of an expression. Every node keeps its character range in the text it was read from.
import type { TextRange } from './expression-error';
import type { Value } from './value';

interface LiteralExpression extends TextRange {
  kind: 'literal';
  value: Value;
}

export interface CallExpression extends TextRange {
  kind: 'call';
  /** As written; names are compared without regard to case. */
  name: string;
  nameStart: number;
  nameEnd: number;
  arguments: Expression[];
}

/** One step of an access path: `.name`, `?.name`, `[key]`, `?[key]`. */
export interface AccessStep extends TextRange {
  key: Expression;
  optional: boolean;
  /** True for the dotted form. */
  dotted: boolean;
}

interface AccessExpression extends TextRange {
  kind: 'access';
  target: Expression;
  steps: AccessStep[];
}

/** Where something should stand and does not; its diagnostic says what. */
interface MissingExpression extends TextRange {
  kind: 'missing';
}

export type Expression = LiteralExpression | CallExpression | AccessExpression | MissingExpression;

/** A fault of the text. Codes are stable and listed in `diagnosticCodes`. */
export interface Diagnostic extends TextRange {
  code: DiagnosticCode;
  message: string;
}

const diagnosticCodes = {
  EXPR1001: 'A text value is not closed by a single quote.',
  EXPR1002: 'A number is not complete.',
  EXPR1003: 'A whole number does not fit into 64 bits.',
  EXPR1004: 'A character has no meaning here.',
  EXPR1005: 'Something is missing.',
  EXPR1006: 'There is text after the end of the expression.',
  EXPR1007: 'A name stands alone; a function needs its brackets.',
  EXPR1008: 'The expression is nested too deeply.',
  EXPR1009: 'The expression is too long.',
  EXPR1010: 'An @{…} is not closed.',
} as const;

export type DiagnosticCode = keyof typeof diagnosticCodes;
