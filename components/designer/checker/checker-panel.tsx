// What the checker found, by level and step; each row leads to the very field.
'use client';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { SeverityIcon } from '@/components/ui/severity-icon';
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import { applyChanges } from '@/lib/document/change';
import type { FlowProblem } from '@/lib/flow/check-flow';
import type { FlowDefinition } from '@/lib/flow/definition';
import { isJsonObject } from '@/lib/json';
import { StepTile } from '../step/step-tile';
import { useStepFace } from '../step/use-step';
import { useDesigner, useDesignerContext } from '../store/designer-context';
import { type DesignerStore, stepOfProblem } from '../store/designer-store';
import { makeEdit } from '../store/gestures';

const groupTitles: Record<FlowProblem['group'], string> = {
  parameter: 'Parameters',
  setting: 'Settings',
  connection: 'Connections',
  structure: 'Order of steps',
};

/** Shows the step of a problem, puts the focus on its field and says there what is wrong. */
export function goToProblem(store: DesignerStore, problem: FlowProblem) {
  const { select, requestFocus, requestRename } = store.getState();
  const step = stepOfProblem(problem);
  if (step === undefined) return;
  store.setState({ showMessages: true });
  if (problem.field === 'step/name') return requestRename(step);
  select(step);
  requestFocus(problem.field);
}

export function CheckerPanel() {
  const { store } = useDesignerContext();
  const problems = useDesigner((state) => state.problems);
  const errors = problems.filter((problem) => problem.severity === 'error');
  const warnings = problems.filter((problem) => problem.severity === 'warning');
  const hints = problems.filter((problem) => problem.severity === 'info' || problem.severity === 'hint');
  const [tab, setTab] = useState(errors.length > 0 || warnings.length === 0 ? 'errors' : 'warnings');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const clean = errors.length === 0 && warnings.length === 0;
  return (
    <section
      aria-label="Findings of the checker"
      className="flex h-full min-h-0 flex-col bg-surface"
      onKeyDown={(event) => {
        if (event.key === 'Escape') store.getState().show('inspector');
      }}
    >
      <header className="flex items-center gap-2 py-2.5 pr-2 pl-4">
        <h2 ref={heading} tabIndex={-1} className="flex-1 text-panel font-semibold outline-none">
          Flow checker
        </h2>
        <IconButton
          icon={<X aria-hidden="true" />}
          label="Close"
          size="small"
          onClick={() => store.getState().show('inspector')}
        />
      </header>
      {clean && (
        <div className="mx-4 mb-3 rounded-control bg-ok-soft px-3 py-2.5 text-ok">
          <p>
            <span>No errors found.</span> <span>No warnings found.</span>
          </p>
          <p>Your flow is ready to save.</p>
        </div>
      )}
      <Tabs value={tab} onValueChange={setTab} className="flex min-h-0 flex-1 flex-col">
        <TabList label="Levels" className="mx-4">
          <Tab value="errors">Errors ({errors.length})</Tab>
          <Tab value="warnings">Warnings ({warnings.length})</Tab>
          <Tab value="hints">Suggestions ({hints.length})</Tab>
        </TabList>
        <Findings
          value="errors"
          problems={errors}
          empty={clean ? 'Nothing to correct.' : 'No errors found.'}
        />
        <Findings
          value="warnings"
          problems={warnings}
          empty={clean ? 'Nothing to look at.' : 'No warnings found.'}
        />
        <Findings value="hints" problems={hints} empty="No suggestions." />
      </Tabs>
    </section>
  );
}

interface FindingsProps {
  value: string;
  problems: readonly FlowProblem[];
  empty: ReactNode;
}

function Findings({ value, problems, empty }: FindingsProps) {
  const steps = [...new Set(problems.map(stepOfProblem))];
  return (
    <TabPanel value={value} className="min-h-0 flex-1 overflow-y-auto px-4 py-3">
      {problems.length === 0 && <p className="text-ink2">{empty}</p>}
      {steps.map((step) => (
        <StepFindings
          key={step ?? ''}
          step={step}
          problems={problems.filter((problem) => stepOfProblem(problem) === step)}
        />
      ))}
    </TabPanel>
  );
}

function StepFindings({ step, problems }: { step: string | undefined; problems: readonly FlowProblem[] }) {
  const { store } = useDesignerContext();
  const face = useStepFace(step ?? '');
  return (
    <section className="mb-4" aria-label={face?.title ?? 'The flow'}>
      <h3 className="mb-1 flex items-center gap-2 font-semibold">
        {face && <StepTile tile={face.tile} size={20} />}
        {face?.title ?? 'The flow'}
      </h3>
      <ul className="divide-y divide-line rounded-control border border-line">
        {problems.map((problem) => (
          <li
            key={`${problem.code} ${problem.at} ${problem.range?.start ?? ''}`}
            className="flex gap-2 px-2.5 py-2"
          >
            <SeverityIcon severity={problem.severity} className="mt-0.5" />
            <div className="min-w-0 flex-1">
              <p className="break-words">{problem.message}</p>
              <p className="text-small text-ink3">
                {groupTitles[problem.group]} · {problem.code}
              </p>
            </div>
            {problem.fix && (
              <Button size="small" onClick={() => applyFix(store, problem)}>
                {problem.fix.label}
              </Button>
            )}
            {step !== undefined && (
              <Button size="small" variant="ghost" onClick={() => goToProblem(store, problem)}>
                {problem.field ? 'Go to field' : 'Go to step'}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function applyFix(store: DesignerStore, problem: FlowProblem) {
  if (!problem.fix) return;
  const changed = applyChanges(store.getState().flow.definition, problem.fix.changes);
  if (!isJsonObject(changed.triggers) || !isJsonObject(changed.actions)) return;
  makeEdit(store, { type: 'set-definition', definition: changed as FlowDefinition });
}
