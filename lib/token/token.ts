// What a token is: a pickable reference to something an earlier step, the trigger, a loop or a variable gives.
import type { OutputField } from '../connector/model';

export type TokenType = OutputField['type'];

/** A list on the way to a token. The first is reached from the outputs, each further one from an item of the list before. */
export interface TokenList {
  label: string;
  /** Keys from the outputs, or from an item of the list before. */
  path: string[];
}

export interface Token {
  /** Canonical name of the reference, e.g. `action:list_invoices:body/invoices`; equal references have equal keys. */
  key: string;
  label: string;
  description: string;
  type: TokenType;
  format?: string;
  /** What such a value looks like, where its description says so. */
  example?: string;
  /** Listed last, after "See more". */
  advanced: boolean;
  /** Without `@`: `outputs('List_Invoices')?['body/invoices']`. Absent where it is one per item of a list. */
  expression?: string;
  /** Lists it is inside of, outermost first; empty for a plain value. */
  lists: TokenList[];
  /** Keys from an item of the innermost list to the value. */
  itemPath: string[];
  source: TokenSource;
  children: Token[];
}

export interface TokenSource {
  kind: 'action' | 'trigger' | 'loop' | 'variable';
  /** Action, trigger or loop name; empty for variables. */
  name: string;
  /** What the outputs are called in expressions: `outputs('List_Invoices')`. */
  root: string;
  /** Connector outputs are read by one slash path; others key by key. */
  slashed: boolean;
}

export interface TokenGroup {
  id: string;
  /** "List Invoices", "Current item of Apply to each", "Variables". */
  label: string;
  kind: TokenSource['kind'];
  /** Action or trigger name; empty for variables. */
  name: string;
  /** Connector, for the tile. */
  apiId?: string;
  /** The operation does not describe what it answers; only the whole body can be used. */
  undescribed: boolean;
  tokens: Token[];
}

/** An access to a property, null-safe: `?['name']`. */
function accessTo(name: string): string {
  return `?['${name.replaceAll("'", "''")}']`;
}

/** The expression of keys below a root. One slash path where the source is read so and no key holds a slash itself. */
export function expressionOf(root: string, path: readonly string[], slashed: boolean): string {
  if (path.length === 0) return root;
  if (slashed && !path.some((key) => key.includes('/'))) return root + accessTo(path.join('/'));
  return root + path.map(accessTo).join('');
}

/** A call with a step's name in quotes: `outputs('It''s')`. */
export function callWith(fn: string, name: string): string {
  return `${fn}('${name.replaceAll("'", "''")}')`;
}
