// The form of the Run flow pane, read from what will run: of a draft only once everything typed is stored.
'use client';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';

/** `flush` stores what is pending in an open designer and says whether all is stored. */
export function useRunForm(flowId: string, draft: boolean, flush: (() => Promise<boolean>) | undefined) {
  const trpc = useTRPC();
  const [stored, setStored] = useState<boolean | undefined>(flush ? undefined : true);
  const form = useQuery(
    trpc.flows.runForm.queryOptions({ id: flowId, draft }, { staleTime: 0, enabled: stored === true }),
  );
  const store = useCallback(async () => {
    const all = flush ? await flush() : true;
    setStored(all);
    return all;
  }, [flush]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the pane opens
  useEffect(() => {
    void store();
  }, []);
  return { form, stored, store };
}
