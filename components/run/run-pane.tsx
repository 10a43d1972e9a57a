// "Run flow": which connections are used, the trigger's inputs, then the news that the run has started.
'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { Button } from '@/components/ui/button';
import { describeError } from '@/components/ui/describe-error';
import { ErrorPanel } from '@/components/ui/error-panel';
import { IconButton } from '@/components/ui/icon-button';
import { announce } from '@/components/ui/live-region';
import { SkeletonRows } from '@/components/ui/skeleton';
import type { JsonObject } from '@/lib/json';
import { RunPaneConnections } from './run-pane-connections';
import { RunPaneInputs } from './run-pane-inputs';
import { RunPaneStarted } from './run-pane-started';
import { useRunForm } from './use-run-form';

export interface RunPaneProps {
  flowId: string;
  /** Runs the draft instead of the live version. */
  draft?: boolean | undefined;
  /** Called when the pane is closed, by Done or the cross. */
  onClose(): void;
  /** Called with the id of the run that was started. */
  onStarted?: ((runId: string) => void) | undefined;
  /** Stores the draft; true when all of it is stored. */
  flush?: (() => Promise<boolean>) | undefined;
  /** Opens a step beside the pane. */
  onShowStep?: ((name: string) => void) | undefined;
}

type Step = 'connections' | 'inputs' | 'started';

const notStored = 'The draft is not stored yet, so it does not run. The changes are kept in this browser.';
const changedForm = 'The inputs of the trigger have changed. Look at them again, then run the flow.';

/** Fills its place at the right of a screen. */
export function RunPane({ flowId, draft = false, onClose, onStarted, flush, onShowStep }: RunPaneProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { form, stored, store } = useRunForm(flowId, draft, flush);
  const start = useMutation(trpc.runs.start.mutationOptions());
  const [step, setStep] = useState<Step>('connections');
  const [runId, setRunId] = useState('');
  const [refusal, setRefusal] = useState<string>();

  /** Runs exactly what is stored: of a draft the revision whose form was filled in. Resolves to why not, where it did not. */
  async function run(inputs: JsonObject): Promise<string | undefined> {
    if (!(await store())) return notStored;
    const seen = form.data?.inputs;
    const latest = draft ? (await form.refetch({ throwOnError: true })).data : form.data;
    if (JSON.stringify(seen) !== JSON.stringify(latest?.inputs)) return changedForm;
    const what = draft && latest ? { draft, revision: latest.revision } : {};
    const started = await start.mutateAsync({ flowId, inputs, ...what });
    setRunId(started.runId);
    setStep('started');
    announce('Your flow run successfully started.');
    onStarted?.(started.runId);
    void client.invalidateQueries({ queryKey: trpc.runs.list.queryKey() });
    return undefined;
  }

  return (
    <RunPaneFrame title={draft ? 'Run flow (draft)' : 'Run flow'} onClose={onClose}>
      {stored === false && !form.data && <NotStored onRetry={() => void store()} />}
      {stored !== false && form.isPending && <SkeletonRows rows={3} label="Loading the flow" />}
      {form.isError && !form.data && <ErrorPanel error={form.error} onRetry={() => void form.refetch()} />}
      {form.data && step === 'connections' && (
        <RunPaneConnections
          flowId={flowId}
          connections={form.data.connections}
          onShowStep={onShowStep}
          onContinue={() => setStep('inputs')}
          onCancel={onClose}
        />
      )}
      {form.data && step === 'inputs' && (
        <RunPaneInputs
          flowId={flowId}
          inputs={form.data.inputs}
          error={refusal}
          onBack={() => setStep('connections')}
          onRun={async (inputs) => {
            setRefusal(undefined);
            const reason = await run(inputs).catch((error: unknown) => describeError(error).message);
            setRefusal(reason);
            return reason === undefined;
          }}
        />
      )}
      {step === 'started' && <RunPaneStarted flowId={flowId} runId={runId} onDone={onClose} />}
    </RunPaneFrame>
  );
}

function NotStored({ onRetry }: { onRetry(): void }) {
  return (
    <div role="alert" className="flex flex-col items-start gap-3 px-4 py-4">
      <p>{notStored}</p>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}

function RunPaneFrame({ title, onClose, children }: { title: string; onClose(): void; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section
      aria-label="Run flow"
      className="flex h-full min-h-0 w-full flex-col bg-surface"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className="flex items-center gap-2 border-b border-line py-2 pr-2 pl-4">
        <h2 ref={heading} tabIndex={-1} className="flex-1 text-panel font-semibold outline-none">
          {title}
        </h2>
        <IconButton icon={<X aria-hidden="true" />} label="Close" size="small" onClick={onClose} />
      </header>
      <div className="flex min-h-0 flex-1 flex-col">{children}</div>
    </section>
  );
}
