// Everything about the selected step: its parameters, settings, code, and in a run what happened to it.
'use client';
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { RunTab } from '@/components/run/run-tab';
import { IconButton } from '@/components/ui/icon-button';
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import { StepMenu } from '../canvas/step-menu';
import { isTriggerName } from '../step/step-face';
import { StepTile } from '../step/step-tile';
import { useLoopsOf, useStepFace } from '../step/use-step';
import { useDesigner, useDesignerContext, useRun } from '../store/designer-context';
import { PickerProvider } from '../token/picker-context';
import { TokenProvider } from '../token/token-context';
import { TokenPicker } from '../token/token-picker';
import { AboutTab } from './about-tab';
import { CodeTab } from './code-tab';
import { ParametersTab } from './parameters-tab';
import { SettingsTab } from './settings-tab';
import { StepName } from './step-name';

export type InspectorTab = 'run' | 'parameters' | 'settings' | 'code' | 'about';

export function Inspector() {
  const selected = useDesigner((state) => state.selected);
  if (selected === undefined) return <NothingSelected />;
  return <StepInspector key={selected} name={selected} />;
}

function NothingSelected() {
  return (
    <div className="grid h-full place-items-center px-8 text-center text-ink2">
      <p>Select a step to see what it does, or add one with +.</p>
    </div>
  );
}

function StepInspector({ name }: { name: string }) {
  const { store, runStore } = useDesignerContext();
  const face = useStepFace(name);
  const readOnly = useDesigner((state) => state.readOnly);
  const isTrigger = useDesigner((state) => isTriggerName(state.flow.definition, name));
  const focusCount = useDesigner((state) => state.focusRequest?.count ?? 0);
  const inRun = useRun((view) => view.runId !== undefined);
  const loops = useLoopsOf(name);
  const [tab, setTab] = useState<InspectorTab>(
    inRun && (readOnly || focusCount === 0) ? 'run' : 'parameters',
  );

  useEffect(() => {
    if (focusCount > 0 && !readOnly) setTab('parameters');
  }, [focusCount, readOnly]);
  const wasInRun = useRef(inRun);
  useEffect(() => {
    if (wasInRun.current === inRun) return;
    wasInRun.current = inRun;
    setTab((now) => (inRun ? 'run' : now === 'run' ? 'parameters' : now));
  }, [inRun]);

  if (!face) return <NothingSelected />;
  return (
    <PickerProvider>
      <TokenProvider action={name}>
        <section
          aria-label={`Step ${face.title}`}
          data-inspector=""
          className="flex h-full min-h-0 flex-col bg-surface"
        >
          <header className="flex items-center gap-2.5 px-4 pt-3.5 pb-1">
            <StepTile tile={face.tile} />
            <div className="min-w-0 flex-1">
              <StepName name={name} title={face.title} isTrigger={isTrigger} readOnly={readOnly} />
              <div className="truncate text-small text-ink2">{face.source}</div>
            </div>
            {!readOnly && <StepMenu inline name={name} title={face.title} isTrigger={isTrigger} />}
            <IconButton
              icon={<X aria-hidden="true" />}
              label="Close"
              size="small"
              onClick={() => store.getState().select(undefined)}
            />
          </header>
          <Tabs
            value={tab}
            onValueChange={(next) => setTab(next as InspectorTab)}
            className="flex min-h-0 flex-1 flex-col"
          >
            <TabList label="About this step" className="mx-4">
              {inRun && <Tab value="run">Run</Tab>}
              <Tab value="parameters">Parameters</Tab>
              {!isTrigger && <Tab value="settings">Settings</Tab>}
              <Tab value="code">Code</Tab>
              <Tab value="about">About</Tab>
            </TabList>
            {inRun && (
              <TabPanel value="run" className="min-h-0 flex-1 overflow-y-auto px-4 py-4">
                <RunTab
                  store={runStore}
                  name={name}
                  loops={loops}
                  onEditStep={readOnly ? undefined : () => setTab('parameters')}
                />
              </TabPanel>
            )}
            <TabPanel value="parameters" className="min-h-0 flex-1 overflow-y-auto px-4 py-4">
              <ParametersTab name={name} />
            </TabPanel>
            {!isTrigger && (
              <TabPanel value="settings" className="min-h-0 flex-1 overflow-y-auto px-4 py-4">
                <SettingsTab name={name} />
              </TabPanel>
            )}
            <TabPanel value="code" className="flex min-h-0 flex-1 flex-col px-4 py-4">
              <CodeTab name={name} isTrigger={isTrigger} />
            </TabPanel>
            <TabPanel value="about" className="min-h-0 flex-1 overflow-y-auto px-4 py-4">
              <AboutTab name={name} />
            </TabPanel>
          </Tabs>
        </section>
        <TokenPicker />
      </TokenProvider>
    </PickerProvider>
  );
}
