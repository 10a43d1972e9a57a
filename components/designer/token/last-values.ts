// Values of the run that is shown (else of the flow's last run), to stand beside the tokens they would give.
'use client';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { kindText, parseValue } from '@/components/run/value-rows';
import { useTRPC } from '@/components/shell/trpc';
import { isJsonObject, type JsonValue } from '@/lib/json';
import type { Token, TokenGroup } from '@/lib/token/token';
import { useDesignerContext, useRun } from '../store/designer-context';

export interface LastValues {
  /** Epoch ms of the run; absent when the flow has not run. */
  at: number | undefined;
  /** One line, or undefined when the run does not say. */
  textOf(token: Token): string | undefined;
  /** Length of a list. */
  lengthOf(token: Token): number | undefined;
  /** The outermost list that a token lies in. */
  listOf(token: Token): JsonValue[] | undefined;
}

function step(value: JsonValue | undefined, keys: readonly string[]): JsonValue | undefined {
  let current = value;
  for (const key of keys) {
    if (!isJsonObject(current)) return undefined;
    const exact = Object.hasOwn(current, key) ? key : undefined;
    const folded = exact ?? Object.keys(current).find((each) => each.toLowerCase() === key.toLowerCase());
    current = folded === undefined ? undefined : current[folded];
  }
  return current;
}

/** The value a token stands for in known outputs; the first item is taken of lists on the way. */
export function valueOfToken(token: Token, outputs: JsonValue | undefined): JsonValue | undefined {
  let current = outputs;
  for (const list of token.lists) {
    const items = step(current, list.path);
    current = Array.isArray(items) ? items[0] : undefined;
  }
  return step(current, token.itemPath);
}

const mostSteps = 12;

/** Reads the outputs of the steps in `groups` while a picker is open. */
export function useLastValues(groups: readonly TokenGroup[], enabled: boolean): LastValues {
  const trpc = useTRPC();
  const { flowId } = useDesignerContext();
  const shown = useRun((view) => view.runId);
  const last = useQuery(trpc.runs.list.queryOptions({ flowId, limit: 1 }, { enabled: enabled && !shown }));
  const runId = shown ?? last.data?.runs[0]?.id;
  const startedAt = useRun((view) => view.run?.startedAt) ?? last.data?.runs[0]?.startedAt;
  const names = groups
    .filter((group) => group.kind === 'action' || group.kind === 'trigger')
    .slice(0, mostSteps)
    .map((group) => group.name);
  const results = useQueries({
    queries: names.map((name) =>
      trpc.runs.record.queryOptions(
        { runId: runId ?? '', name, iteration: [] },
        { enabled: enabled && runId !== undefined, retry: false, staleTime: 10_000 },
      ),
    ),
  });
  const texts = results.map((result) => result.data?.outputs?.text);
  const joined = texts.map((text) => text?.length ?? -1).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts change only together with their lengths and run
  const outputs = useMemo(
    () => new Map(names.map((name, index) => [name, parseOutputs(texts[index])])),
    [runId, joined, names.join('\n')],
  );
  return {
    at: outputs.size > 0 ? startedAt : undefined,
    textOf(token) {
      const value = valueOfToken(token, outputs.get(token.source.name));
      // What an object is, the type beside it says already.
      if (value === undefined || isJsonObject(value)) return undefined;
      return Array.isArray(value) ? kindText(value) : String(value);
    },
    lengthOf(token) {
      const value = valueOfToken(token, outputs.get(token.source.name));
      return Array.isArray(value) ? value.length : undefined;
    },
    listOf(token) {
      const list = step(outputs.get(token.source.name), token.lists[0]?.path ?? []);
      return token.lists.length > 0 && Array.isArray(list) ? list : undefined;
    },
  };
}

function parseOutputs(text: string | undefined): JsonValue | undefined {
  return text === undefined ? undefined : parseValue(text);
}
