// The one thing that evaluation throws. Codes: EXPR10xx syntax, 11xx functions, 12xx number of values,
// 13xx kinds of values, 14xx what is not there or out of range, 15xx limits.

/** Character range in the template text, end exclusive. */
export interface TextRange {
  start: number;
  end: number;
}

/** A template that cannot be evaluated; `at` is filled in by the call it happened in. */
export class ExpressionError extends Error {
  readonly code: string;
  at: TextRange | undefined;
  /** JSON Pointer of the string inside the compiled document, where there was one. */
  pointer: string | undefined;

  constructor(code: string, message: string, at?: TextRange) {
    super(message);
    this.name = 'ExpressionError';
    this.code = code;
    this.at = at;
  }
}

/** Stops evaluation with a code and a sentence. */
export function fail(code: string, message: string): never {
  throw new ExpressionError(code, message);
}

const longestQuote = 60;

/** A text as messages show it: in quotes, the end of a long one left out. */
export function quote(text: string): string {
  return text.length > longestQuote ? `'${text.slice(0, longestQuote)}…'` : `'${text}'`;
}
