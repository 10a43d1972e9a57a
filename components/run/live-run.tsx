// Keeps the store of the shown run equal to the server: what is there first, then every change as it happens.
'use client';
import { useQuery } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useEffect, useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { announce } from '@/components/ui/live-region';
import { statusWord } from '@/components/ui/status-icon';
import { durationText } from '@/components/ui/units';
import { titleOf } from '@/lib/flow/title';
import { codeText, isOver, type RunChange, type RunRecord } from './run-model';
import { type RunStore, receive } from './run-store';
import { useShownRepetitions } from './use-shown-repetitions';

interface LiveRunProps {
  store: RunStore;
  runId: string;
}

/** What is said when a step ends. */
function sayRecord(record: RunRecord) {
  if (!isOver(record.status) || record.iteration.length > 0) return;
  const title = titleOf(record.name);
  if (record.status === 'Failed') {
    announce(`${title} failed: ${record.code ? codeText(record.code) : 'see its Run tab'}.`, true);
  } else if (record.status === 'Succeeded' && record.endTime !== undefined) {
    announce(`${title} succeeded in ${durationText(record.endTime - record.startTime)}.`);
  }
}

export function LiveRun({ store, runId }: LiveRunProps) {
  const trpc = useTRPC();
  const first = useQuery(trpc.runs.get.queryOptions({ id: runId }, { staleTime: 0 }));
  const [after, setAfter] = useState<number>();
  useShownRepetitions(store, runId, first.data?.repetitions);

  useEffect(() => {
    if (!first.data) return;
    receive(store, {
      run: first.data.run,
      records: first.data.records,
      sequence: first.data.sequence,
    });
    setAfter((known) => known ?? first.data.sequence);
  }, [first.data, store]);

  const over = first.data?.run.finishedAt !== undefined;
  useSubscription(
    trpc.runs.watch.subscriptionOptions(
      { runId, after: after ?? 0 },
      {
        enabled: after !== undefined && !over,
        onData({ data }: { data: RunChange }) {
          receive(store, { run: data.run, records: data.record ? [data.record] : [] });
          if (data.record) sayRecord(data.record);
          const { run } = data;
          if (run?.finishedAt !== undefined) {
            announce(
              `Run ${statusWord(run.status).toLowerCase()} in ${durationText(run.finishedAt - run.startedAt)}.`,
            );
          }
        },
      },
    ),
  );
  return null;
}
