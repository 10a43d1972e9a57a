// Top bar, canvas with its tabs, and what stands beside it: palette, inspector, checker or the run pane.
'use client';
import { LiveRun } from '@/components/run/live-run';
import { RunBar } from '@/components/run/run-bar';
import { useRunInAddress } from '@/components/run/run-in-address';
import { RunNotice } from '@/components/run/run-notice';
import { RunPane } from '@/components/run/run-pane';
import { showRun } from '@/components/run/run-store';
import { AppShell } from '@/components/shell/app-shell';
import { notify } from '@/components/ui/toast';
import { useUrlState } from '@/components/ui/use-url-state';
import { FlowCanvas } from './canvas/flow-canvas';
import { CheckerPanel } from './checker/checker-panel';
import { useChecks } from './checker/use-checks';
import { CodeView } from './code-view';
import { DesignerActions } from './designer-actions';
import { DesignerNotices } from './designer-notices';
import { FlowTitle } from './flow-title';
import { Inspector } from './inspector/inspector';
import type { OpenFlow } from './open-flow';
import { AddPopover } from './palette/add-popover';
import { PalettePanel } from './palette/palette-panel';
import { SaveChip } from './save-chip';
import { useDesigner, useDesignerContext, useRun } from './store/designer-context';
import type { LoadedDraft } from './store/save-state';
import type { Leftovers } from './store/use-leftovers';
import { useDesignerKeys } from './use-designer-keys';
import { usePublish } from './use-publish';
import { useRunDraft } from './use-run-draft';
import { ViewSwitch } from './view-switch';

interface DesignerFrameProps {
  flow: OpenFlow;
  /** Stores what is pending; true when everything is stored. */
  flush(): Promise<boolean>;
  fetchStored(): Promise<LoadedDraft>;
  /** Changes this browser kept that are not on the draft. */
  leftovers: Leftovers | undefined;
}

export function DesignerFrame({ flow, flush, fetchStored, leftovers }: DesignerFrameProps) {
  const { store, runStore } = useDesignerContext();
  const panel = useDesigner((state) => state.panel);
  const selected = useDesigner((state) => state.selected);
  const runId = useRun((view) => view.runId);
  const [view, setView] = useUrlState('view', 'canvas');
  const publish = usePublish({ flowId: flow.id, flush, fetchStored });
  useChecks();
  useRunInAddress(runStore);
  const runDraft = useRunDraft(flow.id, flush);
  useDesignerKeys({ onSave: publish.save, onRun: runDraft });

  const place = flow.solutionId
    ? { label: flow.solutionName ?? 'Solution', href: `/solutions/${flow.solutionId}` }
    : { label: 'Flows', href: '/flows' };
  const sideOpen = panel !== 'inspector' || selected !== undefined;

  return (
    <AppShell
      flush
      title={flow.name}
      breadcrumb={[place, { label: flow.name }]}
      back={{ href: place.href, label: `Back to ${place.label}` }}
      heading={<FlowTitle flowId={flow.id} name={flow.name} />}
      status={<SaveChip onRetry={() => void flush()} />}
      actions={<DesignerActions publish={publish} flush={flush} fetchStored={fetchStored} />}
    >
      <DesignerNotices
        publish={publish}
        leftovers={leftovers}
        fetchStored={fetchStored}
        onRetry={() => void flush()}
      />
      <RunNotice store={runStore} onSelect={(name) => store.getState().select(name)} />
      <div className="flex min-h-0 flex-1">
        {view !== 'code' && <PalettePanel />}
        <div className="relative flex min-w-0 flex-1 flex-col">
          <ViewSwitch view={view === 'code' ? 'code' : 'canvas'} onView={setView} />
          {view === 'code' ? <CodeView /> : <FlowCanvas />}
        </div>
        {sideOpen && (
          <aside className="w-105 max-w-[92vw] shrink-0 border-l border-line bg-surface max-[900px]:absolute max-[900px]:inset-y-0 max-[900px]:right-0 max-[900px]:z-20 max-[900px]:shadow-float">
            {panel === 'checker' ? (
              <CheckerPanel />
            ) : panel === 'run' ? (
              <RunPane
                draft
                flowId={flow.id}
                flush={flush}
                onShowStep={(name) => {
                  store.getState().select(name);
                  store.getState().show('inspector');
                }}
                onStarted={(id) => showRun(runStore, id)}
                onClose={() => store.getState().show('inspector')}
              />
            ) : (
              <Inspector />
            )}
          </aside>
        )}
      </div>
      {runId && (
        <>
          <LiveRun
            key={runId}
            store={runStore}
            runId={runId}
            flowId={flow.id}
            onGone={() => {
              showRun(runStore, undefined);
              notify('The run of this link is not a run of this flow, or it was deleted.');
            }}
          />
          <RunBar
            store={runStore}
            onClose={() => showRun(runStore, undefined)}
            onSelect={(name) => store.getState().select(name)}
          />
        </>
      )}
      <AddPopover />
    </AppShell>
  );
}
