// Reads tokens of an expression one at a time (Workflow Definition Language, expressions): the parser says what may come, because a
// name after a dot is freer than a function's name.
import { readNumberToken } from './number-token';
import type { Diagnostic, DiagnosticCode } from './syntax';
import type { Value } from './value';

type TokenKind = 'name' | 'text' | 'number' | '(' | ')' | '[' | ']' | ',' | '.' | '?' | 'unknown' | 'end';

export interface Token {
  kind: TokenKind;
  start: number;
  end: number;
  /** Value of a text or number, name of a name. */
  value: Value;
}

export interface Lexer {
  /** The token at the place; stays until `take`. */
  peek(): Token;
  take(): Token;
  /** After a dot: a run without `. , ( ) [ ] { } @ ? '` and white space. */
  takeMember(): Token | undefined;
  report(code: DiagnosticCode, message: string, range: { start: number; end: number }): void;
  readonly diagnostics: Diagnostic[];
}

const name = /[A-Za-z_][A-Za-z0-9_]*/y;
const member = /[^.,()[\]{}@?'\s]+/y;
const number = /[-+]?[0-9]*\.?[0-9]*(?:[eE][-+]?[0-9]*)?/y;
const goodNumber = /^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/;
const smallest = -(2n ** 63n);
const largest = 2n ** 63n - 1n;

function match(pattern: RegExp, text: string, at: number, limit: number): string | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text)?.[0];
  return found ? found.slice(0, limit - at) : undefined;
}

/** Tokens of `text` between two offsets; every range is an offset in `text`. */
export function createLexer(text: string, start: number, limit: number): Lexer {
  const diagnostics: Diagnostic[] = [];
  let at = start;
  let ahead: Token | undefined;

  function report(code: DiagnosticCode, message: string, range: { start: number; end: number }): void {
    diagnostics.push({ code, message, start: range.start, end: range.end });
  }

  function token(kind: TokenKind, end: number, value: Value = null): Token {
    const made = { kind, start: at, end, value };
    at = end;
    return made;
  }

  function skipSpace(): void {
    while (at < limit && ' \t\r\n'.includes(text.charAt(at))) at += 1;
  }

  function readText(): Token {
    const opened = at;
    let value = '';
    let from = at + 1;
    for (;;) {
      const quote = text.indexOf("'", from);
      if (quote < 0 || quote >= limit) {
        report('EXPR1001', 'This text value is not closed by a single quote.', { start: opened, end: limit });
        return token('text', limit, value + text.slice(from, limit));
      }
      value += text.slice(from, quote);
      if (text[quote + 1] !== "'" || quote + 1 >= limit) return token('text', quote + 1, value);
      value += "'";
      from = quote + 2;
    }
  }

  function readNumber(): Token {
    const found = match(number, text, at, limit) || text.charAt(at);
    const after = match(name, text, at + found.length, limit);
    if (!goodNumber.test(found) || after) {
      const end = at + found.length + (after?.length ?? 0);
      report('EXPR1002', `'${text.slice(at, end)}' is not a number.`, { start: at, end });
      return token('number', end, 0);
    }
    const value = readNumberToken(found);
    if (typeof value === 'bigint' && (value < smallest || value > largest)) {
      report('EXPR1003', `${found} does not fit into 64 bits.`, { start: at, end: at + found.length });
    }
    return token('number', at + found.length, value);
  }

  function read(): Token {
    skipSpace();
    if (at >= limit) return token('end', at);
    const character = text.charAt(at);
    if (character === "'") return readText();
    if ('()[],.?'.includes(character)) return token(character as TokenKind, at + 1);
    if (/[-+0-9]/.test(character)) return readNumber();
    const found = match(name, text, at, limit);
    if (found) return token('name', at + found.length, found);
    return token('unknown', at + 1, character);
  }

  return {
    diagnostics,
    report,
    peek() {
      ahead ??= read();
      return ahead;
    },
    take() {
      const taken = ahead ?? read();
      ahead = undefined;
      return taken;
    },
    takeMember() {
      if (ahead) {
        at = ahead.start;
        ahead = undefined;
      }
      skipSpace();
      const found = at < limit ? match(member, text, at, limit) : undefined;
      return found ? token('name', at + found.length, found) : undefined;
    },
  };
}
