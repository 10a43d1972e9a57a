// Finds the token an expression stands for, and says when what it refers to is not available in this step.

import { humanise } from '../connector/label';
import type { Flow } from '../flow/definition';
import { titleOf } from '../flow/title';
import { findAction, listTriggers } from '../flow/tree';
import { listLoops, listUpstream, listVariables } from '../flow/upstream';
import { type PlainReference, referenceKey } from './reference';
import type { Token, TokenGroup, TokenSource } from './token';

export interface TokenLookup {
  find(key: string): Token | undefined;
  /** Names (lower case) whose values can be used here. */
  steps: ReadonlySet<string>;
  loops: readonly string[];
  variables: ReadonlySet<string>;
  /** The step of that name anywhere in the flow, as it is spelled there. */
  findName(name: string): string | undefined;
  triggerName: string | undefined;
}

/** Prepared once per step, used for all of its fields. */
export function makeLookup(query: {
  flow: Flow;
  action: string;
  groups: readonly TokenGroup[];
}): TokenLookup {
  const { definition } = query.flow;
  const byKey = new Map<string, Token>();
  const remember = (tokens: readonly Token[]) => {
    for (const token of tokens) {
      if (!byKey.has(token.key)) byKey.set(token.key, token);
      remember(token.children);
    }
  };
  for (const group of query.groups) remember(group.tokens);
  const upstream = listUpstream(definition, query.action);
  const variables = [...listVariables(definition)];
  return {
    find: (key) => byKey.get(key),
    steps: new Set(upstream.map((name) => name.toLowerCase())),
    loops: listLoops(definition, query.action).map((loop) => loop.name),
    variables: new Set(variables.map(([name]) => name)),
    findName: (name) => findAction(definition, name)?.name,
    triggerName: listTriggers(definition)[0]?.name,
  };
}

export interface DescribedReference {
  token?: Token;
  /** "invoices", "List Invoices › invoices" where there is no token. */
  label: string;
  /** Title of the step, loop or trigger it comes from. */
  from: string;
  /** What that is, as the flow names it. */
  source: { kind: TokenSource['kind']; name: string };
  /** Why it cannot be used here; absent where it can. */
  broken?: string;
}

/** What a reference is called, where it comes from, and whether it can be used. */
export function describeReference(reference: PlainReference, lookup: TokenLookup): DescribedReference {
  const innermost = lookup.loops[0];
  const resolved: PlainReference =
    reference.kind === 'item' && innermost !== undefined
      ? { ...reference, kind: 'loop', name: innermost }
      : reference;
  const token = lookup.find(referenceKey(resolved));
  const from = sourceTitle(resolved, lookup);
  const last = resolved.path.at(-1);
  const label = token?.label ?? (last === undefined ? from : humanise(last));
  const broken = whyBroken(resolved, lookup, { label, from });
  const source = token?.source ?? sourceOf(resolved, lookup);
  return { label, from, source, ...(token ? { token } : {}), ...(broken === undefined ? {} : { broken }) };
}

function sourceOf({ kind, name }: PlainReference, lookup: TokenLookup): DescribedReference['source'] {
  if (kind === 'item') return { kind: 'loop', name };
  if (kind === 'parameter' || kind === 'variable') return { kind: 'variable', name };
  return { kind, name: lookup.findName(name) ?? name };
}

function sourceTitle(reference: PlainReference, lookup: TokenLookup): string {
  if (reference.kind === 'trigger')
    return lookup.triggerName === undefined ? 'Trigger' : titleOf(lookup.triggerName);
  if (reference.kind === 'item') return 'Current item';
  if (reference.kind === 'variable' || reference.kind === 'parameter') return reference.name;
  return titleOf(lookup.findName(reference.name) ?? reference.name);
}

function whyBroken(
  reference: PlainReference,
  lookup: TokenLookup,
  { label, from }: { label: string; from: string },
): string | undefined {
  const name = reference.name.toLowerCase();
  switch (reference.kind) {
    case 'action':
      if (lookup.steps.has(name)) return undefined;
      return lookup.findName(name) !== undefined
        ? `This uses ${label} from ${from}, which is no longer before this step.`
        : `This uses ${label} from ${from}, which is not in this flow.`;
    case 'loop':
      if (lookup.loops.some((loop) => loop.toLowerCase() === name)) return undefined;
      return `This uses the current item of ${from}, but this step is not inside it.`;
    case 'item':
      return 'This uses the current item of a loop, but this step is not inside one.';
    case 'variable':
      return lookup.variables.has(name) ? undefined : `The variable ${from} is not in this flow.`;
    case 'trigger':
      return lookup.triggerName === undefined ? 'This flow has no trigger.' : undefined;
    case 'parameter':
      return undefined;
  }
}
