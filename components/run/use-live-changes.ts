// Every change of a run as it happens, from where the store stands, for as long as the run goes on.
'use client';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useEffect, useMemo } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { announce } from '@/components/ui/live-region';
import { statusWord } from '@/components/ui/status-icon';
import { durationText } from '@/components/ui/units';
import { titleOf } from '@/lib/flow/title';
import { gather } from './gather';
import { codeText, isOver, type RunChange, type RunRecord } from './run-model';
import { type RunStore, receive } from './run-store';

/** A loop's records arrive by the thousand; drawing each of them alone would take longer than they do. */
const everyMs = 40;
const againMs = 2_000;

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

function takeIn(store: RunStore, runId: string, changes: readonly RunChange[]) {
  if (store.getState().runId !== runId) return;
  const heads = changes.flatMap(({ run }) => (run ? [run] : []));
  receive(store, {
    run: heads.at(-1),
    records: changes.flatMap(({ record }) => (record ? [record] : [])),
    sequence: changes.at(-1)?.sequence,
    serverTime: changes.at(-1)?.now,
  });
  for (const { record } of changes) if (record) sayRecord(record);
  const ended = heads.find((run) => run.finishedAt !== undefined);
  if (ended?.finishedAt === undefined) return;
  announce(
    `Run ${statusWord(ended.status).toLowerCase()} in ${durationText(ended.finishedAt - ended.startedAt)}.`,
  );
}

interface LiveChanges {
  /** The stream broke and is being taken up again. */
  lost: boolean;
}

/** `after` is undefined while nothing is to be watched. `onLost` is called when the server ended the stream with an error. */
export function useLiveChanges(
  store: RunStore,
  { runId, after, onLost }: { runId: string; after: number | undefined; onLost(): void },
): LiveChanges {
  const trpc = useTRPC();
  const take = useMemo(
    () => gather<RunChange>((changes) => takeIn(store, runId, changes), everyMs),
    [store, runId],
  );
  const { status, error, reset } = useSubscription(
    trpc.runs.watch.subscriptionOptions(
      { runId, after: after ?? 0 },
      { enabled: after !== undefined, onData: ({ data }: { data: RunChange }) => take(data) },
    ),
  );
  const failed = status === 'error';
  // biome-ignore lint/correctness/useExhaustiveDependencies: one try per failure; both functions change with every render
  useEffect(() => {
    if (!failed) return;
    onLost();
    const timer = setTimeout(reset, againMs);
    return () => clearTimeout(timer);
  }, [failed]);
  return { lost: failed || (status === 'connecting' && error !== null) };
}
