// Dynamic content of the step that is edited, prepared once for all of its fields.
'use client';
import { createContext, type ReactNode, useContext, useDeferredValue, useMemo } from 'react';
import { listTriggers } from '@/lib/flow/tree';
import { type FieldPart, parseFieldText, type TextFieldPart } from '@/lib/token/field-text';
import { makeLookup, type TokenLookup } from '@/lib/token/lookup';
import type { Token, TokenGroup } from '@/lib/token/token';
import { listTokens } from '@/lib/token/tokens';
import { findStep, readStepFace, type StepTileLook } from '../step/step-face';
import { useCatalog, useDesigner } from '../store/designer-context';

interface TokenContextValue {
  /** The step whose fields are edited. */
  action: string;
  groups: TokenGroup[];
  lookup: TokenLookup | undefined;
  tileOf(kind: TokenGroup['kind'], name: string): StepTileLook;
}

const Context = createContext<TokenContextValue>({
  action: '',
  groups: [],
  lookup: undefined,
  tileOf: (_, name) => ({ name, icon: 'braces' }),
});

export function TokenProvider({ action, children }: { action: string; children: ReactNode }) {
  const flow = useDeferredValue(useDesigner((state) => state.flow));
  const catalog = useCatalog();
  const value = useMemo((): TokenContextValue => {
    const first = listTriggers(flow.definition)[0];
    const trigger = first?.name;
    const known = { references: flow.connectionReferences, catalog };
    const triggerTitle = first && readStepFace(first.name, first.trigger, known).title;
    const groups = listTokens({ flow, connectors: catalog.connectors, action }).map((group) =>
      group.kind === 'trigger' && triggerTitle ? { ...group, label: triggerTitle } : group,
    );
    return {
      action,
      groups,
      lookup: makeLookup({ flow, action, groups }),
      tileOf(kind, name) {
        if (kind === 'variable') return { name: 'Variable', icon: 'variable' };
        const step = findStep(flow.definition, kind === 'trigger' ? trigger : name);
        if (kind === 'loop' || !step) return { name, icon: 'repeat' };
        return readStepFace(name, step, known).tile;
      },
    };
  }, [flow, catalog, action]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function useTokens(): TokenContextValue {
  return useContext(Context);
}

export interface PillLook {
  label: string;
  /** "amount from List Invoices". */
  spoken: string;
  tile: StepTileLook | undefined;
  token: Token | undefined;
  problem: string | undefined;
}

type ExpressionPart = Exclude<FieldPart, TextFieldPart>;
type TokenPart = Extract<FieldPart, { kind: 'token' }>;

function readPart(expression: string, lookup: TokenLookup): ExpressionPart | undefined {
  return parseFieldText(`@${expression}`, lookup).find(
    (each): each is ExpressionPart => each.kind !== 'text',
  );
}

/** `int(…)` around a token: the token with what becomes of it. */
function readWrapped(expression: string, lookup: TokenLookup): { fn: string; part: TokenPart } | undefined {
  const [, fn, inside] = /^([A-Za-z0-9]+)\((.+)\)$/s.exec(expression) ?? [];
  const part = fn === undefined || inside === undefined ? undefined : readPart(inside, lookup);
  return fn !== undefined && part?.kind === 'token' ? { fn, part } : undefined;
}

function lookOf(part: TokenPart, tileOf: TokenContextValue['tileOf']): PillLook {
  const whole = part.label === part.from ? part.from : `${part.from} › ${part.label}`;
  return {
    label: part.broken && !part.token ? `Missing: ${whole}` : part.label,
    spoken: `token: ${part.label} from ${part.from}`,
    tile: tileOf(part.source.kind, part.source.name),
    token: part.token,
    problem: part.broken,
  };
}

/** How the pill of an expression looks in this step. */
export function usePillLook(expression: string): PillLook {
  const { lookup, tileOf } = useTokens();
  return useMemo(() => {
    const part = lookup && readPart(expression, lookup);
    if (part?.kind === 'token') return lookOf(part, tileOf);
    const wrapped = lookup && readWrapped(expression, lookup);
    if (wrapped) {
      const look = lookOf(wrapped.part, tileOf);
      return { ...look, label: `${wrapped.fn}(${look.label})`, spoken: `${wrapped.fn} of ${look.spoken}` };
    }
    const spoken = `expression ${expression}`;
    return { label: expression, spoken, tile: undefined, token: undefined, problem: part?.problem };
  }, [expression, lookup, tileOf]);
}
