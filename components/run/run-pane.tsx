// "Run flow": which connections are used, the trigger's inputs, then the news that the run has started.
'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { ErrorPanel } from '@/components/ui/error-panel';
import { IconButton } from '@/components/ui/icon-button';
import { announce } from '@/components/ui/live-region';
import { SkeletonRows } from '@/components/ui/skeleton';
import type { JsonObject } from '@/lib/json';
import { RunPaneConnections } from './run-pane-connections';
import { RunPaneInputs } from './run-pane-inputs';
import { RunPaneStarted } from './run-pane-started';
import { parseStoredDefinition } from './stored-definition';
import { listTriggerInputs } from './trigger-inputs';

export interface RunPaneProps {
  flowId: string;
  /** Runs the draft instead of the live version. */
  draft?: boolean | undefined;
  /** Called when the pane is closed, by Done or the cross. */
  onClose(): void;
  /** Called with the id of the run that was started. */
  onStarted?: ((runId: string) => void) | undefined;
  /** Work to finish before the run starts, such as storing the draft. */
  beforeStart?: (() => Promise<unknown>) | undefined;
}

type Step = 'connections' | 'inputs' | 'started';

/** Fills its place at the right of a screen. */
export function RunPane({ flowId, draft = false, onClose, onStarted, beforeStart }: RunPaneProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const flow = useQuery(trpc.flows.get.queryOptions({ id: flowId }, { staleTime: 0 }));
  const start = useMutation(trpc.runs.start.mutationOptions());
  const [step, setStep] = useState<Step>('connections');
  const [runId, setRunId] = useState('');

  async function run(inputs: JsonObject) {
    await beforeStart?.();
    const started = await start.mutateAsync({ flowId, draft, inputs });
    setRunId(started.runId);
    setStep('started');
    announce('Your flow run successfully started.');
    onStarted?.(started.runId);
    void client.invalidateQueries({ queryKey: trpc.runs.list.queryKey() });
  }

  return (
    <RunPaneFrame title={draft ? 'Run flow (draft)' : 'Run flow'} onClose={onClose}>
      {flow.isPending && <SkeletonRows rows={3} label="Loading the flow" />}
      {flow.isError && <ErrorPanel error={flow.error} onRetry={() => void flow.refetch()} />}
      {flow.data && step === 'connections' && (
        <RunPaneConnections
          references={flow.data.references}
          onContinue={() => setStep('inputs')}
          onCancel={onClose}
        />
      )}
      {flow.data && step === 'inputs' && (
        <RunPaneInputs
          flowId={flowId}
          inputs={listTriggerInputs(parseStoredDefinition(flow.data.definitionText))}
          error={start.error}
          busy={start.isPending}
          onBack={() => setStep('connections')}
          onRun={(inputs) => void run(inputs).catch(() => undefined)}
        />
      )}
      {step === 'started' && <RunPaneStarted flowId={flowId} runId={runId} onDone={onClose} />}
    </RunPaneFrame>
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
