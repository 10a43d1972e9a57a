// The connectors of the designer: all of them by name, the definitions only of those that the flow uses or somebody opens.
'use client';
import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTRPC } from '@/components/shell/trpc';
import { expandEntry } from '@/lib/connector/palette/entries';
import type { Flow } from '@/lib/flow/definition';
import { type Catalog, type ConnectorSource, findConnector, toCatalog } from './catalog';
import type { DesignerStore } from './designer-store';
import { listApiIds, type PaletteSource } from './palette-source';

interface DesignerConnectors {
  /** Undefined until all is there that opening the flow needs. */
  ready: { catalog: Catalog; palette: PaletteSource } | undefined;
  error: unknown;
  retry(): void;
}

function joinAnswers(answers: readonly { data: ConnectorSource[] | undefined }[]): ConnectorSource[] {
  return answers.flatMap((answer) => answer.data ?? []);
}

/** `flow` is undefined while it is loading. */
export function useConnectors(flow: Flow | undefined): DesignerConnectors {
  const trpc = useTRPC();
  const client = useQueryClient();
  const list = useQuery(trpc.connectors.palette.queryOptions());
  const apiIds = useMemo(() => (flow ? listApiIds(flow) : []), [flow]);
  const used = useQuery(
    trpc.connectors.forDesigner.queryOptions(
      { apiIds },
      { enabled: flow !== undefined, placeholderData: keepPreviousData },
    ),
  );
  const [opened, setOpened] = useState<readonly string[]>([]);
  const more = useQueries({
    queries: opened.map((apiId) => trpc.connectors.forDesigner.queryOptions({ apiIds: [apiId] })),
    combine: joinAnswers,
  });
  const load = useCallback(
    async (apiId: string) => {
      const sources = await client.ensureQueryData(
        trpc.connectors.forDesigner.queryOptions({ apiIds: [apiId] }),
      );
      // At once, so that a step that is added next finds its connector in the catalog.
      flushSync(() => setOpened((before) => (before.includes(apiId) ? before : [...before, apiId])));
      return toCatalog(sources);
    },
    [client, trpc],
  );
  // What was loaded once stays, also where loading other connectors fails: the open flow goes on.
  const lastUsed = useRef<ConnectorSource[] | undefined>(undefined);
  lastUsed.current = used.data ?? lastUsed.current;
  const usedSources = lastUsed.current;
  const catalog = useMemo(() => {
    const known = new Map([...(usedSources ?? []), ...more].map((source) => [source.id, source]));
    return toCatalog([...known.values()]);
  }, [usedSources, more]);
  const palette = useMemo((): PaletteSource | undefined => {
    if (!list.data) return undefined;
    const { connectors: heads, entries } = list.data;
    const byApiId = new Map(heads.map((head) => [head.apiId.toLowerCase(), head]));
    return { heads, byApiId, entries: entries?.map(expandEntry), load };
  }, [list.data, load]);
  return {
    ready: palette && usedSources ? { catalog, palette } : undefined,
    error: list.error ?? used.error,
    retry() {
      void list.refetch();
      void used.refetch();
    },
  };
}

/** Loads the connectors that an edit brought in without the palette: pasted, restored, written as code. */
export function useReferencedConnectors(store: DesignerStore, catalog: Catalog, palette: PaletteSource) {
  useEffect(() => {
    const loadMissing = (flow: Flow) => {
      for (const apiId of listApiIds(flow)) {
        if (findConnector(catalog, apiId) || !palette.byApiId.has(apiId.toLowerCase())) continue;
        palette.load(apiId).catch(() => undefined);
      }
    };
    loadMissing(store.getState().flow);
    return store.subscribe((now, before) => {
      if (now.flow !== before.flow) loadMissing(now.flow);
    });
  }, [store, catalog, palette]);
}
