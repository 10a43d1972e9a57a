// What happened to one step in the run: status, times, failure and its remedy, inputs and outputs, attempts.
'use client';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useTRPC } from '@/components/shell/trpc';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Skeleton } from '@/components/ui/skeleton';
import { Status } from '@/components/ui/status-icon';
import { bytesText, clockText, durationText } from '@/components/ui/units';
import { titleOf } from '@/lib/flow/title';
import { isJsonObject, type JsonValue, ownProperty } from '@/lib/json';
import { Attempts } from './attempts';
import { DoubtPanel } from './doubt-panel';
import { RetryCountdown } from './elapsed';
import { FailurePanel } from './failure-panel';
import { LoopPager } from './loop-pager';
import { RawPanel, type RawText } from './raw-panel';
import { codeText, isRetrying, type RunRecord, shownStatus } from './run-model';
import { findShownRecord, type RunStore } from './run-store';
import { valueAddress } from './value-address';
import { parseValue } from './value-rows';
import { ValueTree } from './value-tree';

interface RunTabProps {
  store: RunStore;
  name: string;
  /** Loops around the step, outermost first. */
  loops: readonly string[];
  onEditStep?: (() => void) | undefined;
}

export function RunTab({ store, name, loops, onEditStep }: RunTabProps) {
  const record = useStore(store, (view) => findShownRecord(view, name, loops));
  const runId = useStore(store, (view) => view.runId);
  const isOver = useStore(store, (view) => view.run?.finishedAt !== undefined);
  const pagers = loops.map((loop, depth) => (
    <LoopPager key={loop} roomy store={store} loops={loops.slice(0, depth + 1)} />
  ));
  if (!record || !runId) {
    return (
      <div className="flex flex-col gap-3">
        {pagers}
        <p className="text-ink2">
          {isOver ? 'The run did not reach this step.' : 'The run has not reached this step yet.'}
        </p>
      </div>
    );
  }
  return <RecordView runId={runId} record={record} pagers={pagers} onEditStep={onEditStep} />;
}

interface RecordViewProps {
  runId: string;
  record: RunRecord;
  pagers: ReactNode;
  onEditStep: (() => void) | undefined;
}

function RecordView({ runId, record, pagers, onEditStep }: RecordViewProps) {
  const trpc = useTRPC();
  const { name, iteration } = record;
  const details = useQuery(
    trpc.runs.record.queryOptions({ runId, name, iteration }, { staleTime: Number.POSITIVE_INFINITY }),
  );
  const { refetch } = details;
  const seen = details.data?.sequence;
  useEffect(() => {
    if (seen !== undefined && seen < record.sequence) void refetch();
  }, [seen, record.sequence, refetch]);
  const inDoubt = record.code === 'InDoubt';
  const failed = record.status === 'Failed' || record.status === 'TimedOut';
  return (
    <div className="flex flex-col gap-4">
      {pagers}
      <dl className="grid grid-cols-[88px_1fr] gap-x-3 gap-y-1.5">
        <Line label="Status">
          <span className="flex items-center gap-2">
            <Status status={shownStatus(record)} />
            {isRetrying(record) && (
              <span className="text-ink2">
                <RetryCountdown record={record} />
              </span>
            )}
            {record.code && !inDoubt && (failed || (details.data?.attempts.length ?? 0) > 0) && (
              <span className="text-ink2">{codeText(record.code)}</span>
            )}
          </span>
        </Line>
        <Line label="Start">{clockText(record.startTime)}</Line>
        {record.endTime !== undefined && (
          <Line label="Duration">{durationText(record.endTime - record.startTime)}</Line>
        )}
      </dl>
      {inDoubt && <DoubtPanel runId={runId} record={record} />}
      {failed && (
        <FailurePanel record={record} attempts={details.data?.attempts ?? []} onEditStep={onEditStep} />
      )}
      {record.status === 'Skipped' && record.error && <p className="text-ink2">{record.error.message}</p>}
      {details.isPending && <Skeleton className="h-24 w-full" />}
      {details.isError && (
        <ErrorPanel
          error={details.error}
          title="The values could not be loaded."
          onRetry={() => void details.refetch()}
        />
      )}
      {details.data && (
        <>
          <Values title="Inputs" side="inputs" raw={details.data.inputs} record={record} runId={runId} />
          <Values title="Outputs" side="outputs" raw={details.data.outputs} record={record} runId={runId} />
          <Attempts attempts={details.data.attempts} />
        </>
      )}
    </div>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink3">{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

interface ValuesProps {
  title: string;
  side: 'inputs' | 'outputs';
  raw: RawText | undefined;
  record: RunRecord;
  runId: string;
}

function Values({ title, side, raw, record, runId }: ValuesProps) {
  const [open, setOpen] = useState(false);
  const value = raw && !raw.truncated ? parseValue(raw.text) : undefined;
  const href = valueAddress({ runId, name: record.name, iteration: record.iteration, side });
  return (
    <section aria-label={title}>
      <div className="mb-1.5 flex items-baseline gap-2">
        <h3 className="font-semibold">{title}</h3>
        {raw && <span className="text-small text-ink3">{bytesText(raw.bytes)}</span>}
        {raw && (
          <button
            type="button"
            className="ml-auto text-small text-accent underline underline-offset-2"
            onClick={() => setOpen(true)}
          >
            Show raw {side}
          </button>
        )}
      </div>
      {!raw && <p className="text-small text-ink3">None.</p>}
      {raw && value === undefined && (
        <p className="text-small text-ink2">
          {raw.truncated ? 'Too large to show here. Open the raw text or download it.' : raw.text}
        </p>
      )}
      {value !== undefined && <Shown value={value} title={title} />}
      {open && raw && (
        <RawPanel
          title={`${title} of ${titleOf(record.name)}`}
          raw={raw}
          href={href}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  );
}

/** Of a call its parameters and its body matter; what only machines need is folded or left to the raw text. */
function Shown({ value, title }: { value: JsonValue; title: string }) {
  const parameters = ownProperty(value, 'host') === undefined ? undefined : ownProperty(value, 'parameters');
  if (isJsonObject(parameters)) {
    if (Object.keys(parameters).length === 0)
      return <p className="text-small text-ink3">No values were given.</p>;
    return <ValueTree value={parameters} label={title} />;
  }
  const headers = ownProperty(value, 'headers');
  const body = ownProperty(value, 'body');
  if (ownProperty(value, 'statusCode') === undefined || !isJsonObject(headers)) {
    return <ValueTree value={value} label={title} />;
  }
  return (
    <>
      {body === undefined ? (
        <p className="text-small text-ink3">The answer has no body.</p>
      ) : (
        <ValueTree value={body} label={title} />
      )}
      <details className="mt-2">
        <summary className="text-small text-ink2">Headers ({Object.keys(headers).length})</summary>
        <div className="mt-1">
          <ValueTree value={headers} label="Headers" />
        </div>
      </details>
    </>
  );
}
