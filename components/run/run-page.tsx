// /flows/[id]/runs/[runId]: the flow as it was when the run began, read-only, with what happened on it.
'use client';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { FlowCanvas } from '@/components/designer/canvas/flow-canvas';
import { DesignerSkeleton } from '@/components/designer/designer-skeleton';
import { Inspector } from '@/components/designer/inspector/inspector';
import { toCatalog } from '@/components/designer/store/catalog';
import {
  DesignerProvider,
  useDesigner,
  useDesignerContext,
} from '@/components/designer/store/designer-context';
import { createDesignerStore, hasStep } from '@/components/designer/store/designer-store';
import { useSelectionInAddress } from '@/components/designer/store/use-selection-in-address';
import { AppShell } from '@/components/shell/app-shell';
import { NotFound } from '@/components/shell/not-found';
import { useTRPC } from '@/components/shell/trpc';
import { readInAddress } from '@/components/ui/address';
import { Badge } from '@/components/ui/badge';
import { describeError } from '@/components/ui/describe-error';
import { ErrorPanel } from '@/components/ui/error-panel';
import { clockText } from '@/components/ui/units';
import type { ConnectionReferences } from '@/lib/flow/definition';
import { LiveRun } from './live-run';
import { RunActions } from './run-actions';
import { RunBar } from './run-bar';
import { readIterationInAddress, useIterationInAddress } from './run-in-address';
import type { RunHead } from './run-model';
import { RunNotice } from './run-notice';
import { createRunStore, receive, showIteration, showRun } from './run-store';
import { parseStoredDefinition } from './stored-definition';
import { useFailedStep } from './use-failed-step';

interface RunPageProps {
  flowId: string;
  runId: string;
}

export function RunPage({ flowId, runId }: RunPageProps) {
  const trpc = useTRPC();
  const details = useQuery(trpc.runs.get.queryOptions({ id: runId }));
  const catalog = useMemo(
    () => (details.data ? toCatalog(details.data.connectors) : undefined),
    [details.data],
  );
  if (details.error && describeError(details.error).code === 'NOT_FOUND') {
    return <NotFound what="run" back={{ href: `/flows/${flowId}`, label: 'Go to the flow' }} />;
  }
  if (!details.data || !catalog) {
    return (
      <AppShell flush breadcrumb={[{ label: 'Flows', href: '/flows' }, { label: 'Run' }]}>
        {details.error ? (
          <ErrorPanel
            error={details.error}
            title="The run could not be loaded."
            onRetry={() => void details.refetch()}
          />
        ) : (
          <DesignerSkeleton />
        )}
      </AppShell>
    );
  }
  const { run, flowDeleted, solution, definitionText, references } = details.data;
  return (
    <RunScreen
      key={runId}
      flowName={run.flowName}
      flowDeleted={flowDeleted}
      solution={solution}
      run={run}
      definitionText={definitionText}
      references={references}
      catalog={catalog}
    />
  );
}

interface RunScreenProps {
  flowName: string;
  flowDeleted: boolean;
  solution: { id: string; name: string } | undefined;
  run: RunHead;
  definitionText: string;
  references: ConnectionReferences;
  catalog: ReturnType<typeof toCatalog>;
}

function RunScreen(props: RunScreenProps) {
  const { flowName, flowDeleted, solution, run, definitionText, references, catalog } = props;
  const [store] = useState(() => {
    const definition = parseStoredDefinition(definitionText);
    const asked = readInAddress('action');
    return createDesignerStore({
      flow: { definition, connectionReferences: references, origin: 'flowright' },
      definitionText,
      revision: 0,
      at: undefined,
      selected: asked !== undefined && hasStep(definition, asked) ? asked : undefined,
      readOnly: true,
    });
  });
  const [runStore] = useState(() => {
    const created = createRunStore();
    showRun(created, run.id);
    receive(created, { run, records: [] });
    const path = readIterationInAddress();
    if (path.length > 0) showIteration(created, path);
    return created;
  });
  return (
    <DesignerProvider flowId={run.flowId} store={store} catalog={catalog} runStore={runStore}>
      <RunFrame flowName={flowName} flowDeleted={flowDeleted} solution={solution} run={run} />
    </DesignerProvider>
  );
}

type RunFrameProps = Pick<RunScreenProps, 'flowName' | 'flowDeleted' | 'solution' | 'run'>;

function RunFrame({ flowName, flowDeleted, solution, run }: RunFrameProps) {
  const { store, runStore } = useDesignerContext();
  const selected = useDesigner((state) => state.selected);
  useFailedStep(store, runStore);
  useSelectionInAddress(store);
  useIterationInAddress(runStore);
  const flow = { label: flowName, href: `/flows/${run.flowId}` };
  const way = solution
    ? { label: solution.name, href: `/solutions/${solution.id}` }
    : { label: 'Flows', href: '/flows' };
  const at = clockText(run.startedAt);
  return (
    <AppShell
      flush
      title={`Run of ${flowName}`}
      breadcrumb={
        flowDeleted
          ? [{ label: 'Runs', href: '/runs' }, { label: `${flowName}, run ${at}` }]
          : [way, flow, { label: `Run ${at}` }]
      }
      back={
        flowDeleted
          ? { href: '/runs', label: 'Back to all runs' }
          : { href: flow.href, label: `Back to ${flowName}` }
      }
      status={flowDeleted && <Badge>The flow was deleted</Badge>}
      actions={!flowDeleted && <RunActions run={run} store={runStore} />}
    >
      <RunNotice store={runStore} onSelect={(name) => store.getState().select(name)} />
      <div className="flex min-h-0 flex-1">
        <div className="relative flex min-w-0 flex-1 flex-col">
          <FlowCanvas />
        </div>
        {selected !== undefined && (
          <aside className="w-105 max-w-[92vw] shrink-0 border-l border-line bg-surface max-[900px]:absolute max-[900px]:inset-y-0 max-[900px]:right-0 max-[900px]:z-20 max-[900px]:shadow-float">
            <Inspector />
          </aside>
        )}
      </div>
      <LiveRun store={runStore} runId={run.id} flowId={run.flowId} />
      <RunBar store={runStore} onSelect={(name) => store.getState().select(name)} />
    </AppShell>
  );
}
