// Recognises an expression in text that a person typed, so that it can become a token as a pasted one does.
import { isKnownFunction } from '../expression/catalogue';
import { parseExpression } from '../expression/parser';

/** The `@{…}` that ends a text, where it reads as an expression; `length` counts its characters with the braces. */
export function readTypedBraces(text: string): { expression: string; length: number } | undefined {
  if (!text.endsWith('}')) return undefined;
  // A brace inside quotes does not close, so the outermost opening that reads is the one that is meant.
  for (let at = text.indexOf('@{'); at >= 0; at = text.indexOf('@{', at + 2)) {
    if (text[at - 1] === '@') continue;
    const expression = text.slice(at + 2, -1);
    if (reads(expression)) return { expression, length: text.length - at };
  }
  return undefined;
}

/** The expression that a whole text `@name(…)` is, where the function is known; other text with an @ stays text. */
export function readTypedCall(text: string): string | undefined {
  const name = /^@([A-Za-z][A-Za-z0-9]*)\(/.exec(text)?.[1];
  if (name === undefined || !isKnownFunction(name)) return undefined;
  const expression = text.slice(1).trim();
  return reads(expression) ? expression : undefined;
}

function reads(expression: string): boolean {
  return expression.trim() !== '' && parseExpression(expression).diagnostics.length === 0;
}
