// Makes tokens out of described outputs: one per field, nested as the outputs are, knowing the lists on the way.
import type { OutputField } from '../connector/model';
import { referenceKey } from './reference';
import { expressionOf, type Token, type TokenList, type TokenSource } from './token';

interface Way {
  source: TokenSource;
  lists: TokenList[];
  /** Keys that are already behind the last list on the way. */
  taken: number;
}

/** The tokens of output fields; internal fields are left out. Paths of the fields are relative to the source. */
export function buildTokens(source: TokenSource, fields: readonly OutputField[]): Token[] {
  return fields.flatMap((field) => buildToken(field, { source, lists: [], taken: 0 }));
}

function buildToken(field: OutputField, way: Way): Token[] {
  if (field.visibility === 'internal') return [];
  const { source, lists, taken } = way;
  const itemPath = field.path.slice(taken);
  const inner: Way =
    field.type === 'array'
      ? { source, lists: [...lists, { label: field.label, path: itemPath }], taken: field.path.length }
      : way;
  const { kind, name } = source;
  const token: Token = {
    key: referenceKey({ kind, name, path: field.path }),
    label: field.label,
    description: field.description,
    type: field.type,
    advanced: field.visibility === 'advanced',
    lists,
    itemPath,
    source,
    children: field.children.flatMap((child) => buildToken(child, inner)),
  };
  if (field.format !== undefined) token.format = field.format;
  if (field.example !== undefined) token.example = field.example;
  if (lists.length === 0) token.expression = expressionOf(source.root, field.path, source.slashed);
  return [token];
}

/** The tokens a list's items give, seen from inside a loop over it: paths start at the item. */
export function buildItemTokens(source: TokenSource, list: Token): Token[] {
  return list.children.map((child) => rebase(child, source, []));
}

function rebase(token: Token, source: TokenSource, lists: TokenList[]): Token {
  const { expression: _, ...rest } = token;
  const inside = lists.length > 0;
  const path = [...lists.flatMap((each) => each.path), ...token.itemPath];
  const inner = token.type === 'array' ? [...lists, { label: token.label, path: token.itemPath }] : lists;
  return {
    ...rest,
    key: referenceKey({ kind: source.kind, name: source.name, path }),
    source,
    lists,
    ...(inside ? {} : { expression: expressionOf(source.root, token.itemPath, source.slashed) }),
    children: token.children.map((child) => rebase(child, source, inner)),
  };
}
