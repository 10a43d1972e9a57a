// One operation: its texts, visibility, request parameters and responses.
'use client';
import { Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { setOperation } from '@/lib/connector/edit/operation';
import type { Connector, Operation, Visibility } from '@/lib/connector/model';
import type { Problem } from '@/lib/problem';
import { ProblemList } from '../problems/problem-list';
import { isWithin } from '../problems/problem-place';
import { fieldNotes } from '../problems/problem-text';
import { DraftInput, DraftTextarea } from '../store/draft-text';
import { useEditorStore } from '../store/editor-context';
import { OperationIdField } from './operation-id';
import { RequestSection } from './request-section';
import { ResponseSection } from './response-section';

const visibilities: { value: Visibility; label: string; title: string }[] = [
  { value: 'none', label: 'none', title: 'Listed as usual' },
  { value: 'advanced', label: 'advanced', title: 'Folded away until a maker asks for more' },
  { value: 'internal', label: 'internal', title: 'Never listed; dropdowns may still call it' },
  { value: 'important', label: 'important', title: 'Listed first' },
];

/** Members whose findings stand in the sections below. */
const sections = ['parameters', 'requestBody', 'responses'];

interface OperationPanelProps {
  connector: Connector;
  operation: Operation;
  problems: readonly Problem[];
  onDelete: () => void;
  onRenamed: (id: string) => void;
}

export function OperationPanel({ connector, operation, problems, onDelete, onRenamed }: OperationPanelProps) {
  const store = useEditorStore();
  const set = (label: string, change: Parameters<typeof setOperation>[2]) =>
    store.getState().change(`${operation.pointer} ${label}`, setOperation(connector, operation, change));
  const own = problems.filter((problem) => problem.at === operation.pointer);
  const about = (key: string) => [
    ...problems.filter((problem) => problem.at === `${operation.pointer}/${key}`),
    ...own.filter((problem) => problem.rule?.toLowerCase().includes(key.toLowerCase())),
  ];

  const beside = new Set(['summary', 'description', 'operationId'].flatMap(about));
  const others = problems.filter(
    (problem) =>
      isWithin(problem.at, operation.pointer) &&
      !beside.has(problem) &&
      !sections.some((name) => isWithin(problem.at, `${operation.pointer}/${name}`)),
  );

  return (
    <div className="mx-auto grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-4">
      <section
        aria-label="General"
        className="grid grid-cols-[minmax(0,1fr)] gap-4 rounded-card border border-line bg-surface p-5"
      >
        <header className="flex items-center gap-3">
          <h2 className="text-panel">General</h2>
          <code
            className="ml-auto min-w-0 truncate text-ink3"
            title={`${operation.method} ${operation.path}`}
          >
            {operation.method} {operation.path}
          </code>
          <Button variant="ghost" size="small" icon={<Trash2 />} onClick={onDelete}>
            Delete operation
          </Button>
        </header>
        <div data-at={operation.pointer} className="grid gap-4 sm:grid-cols-2">
          <Field label="Summary" required {...fieldNotes(about('summary'))}>
            <DraftInput
              data-at={`${operation.pointer}/summary`}
              value={operation.summary}
              onCommit={(summary) => set('summary', { summary })}
            />
          </Field>
          <OperationIdField
            connector={connector}
            operation={operation}
            problems={about('operationId')}
            onRenamed={onRenamed}
          />
        </div>
        <Field label="Description" {...fieldNotes(about('description'))}>
          <DraftTextarea
            data-at={`${operation.pointer}/description`}
            rows={1}
            className="field-sizing-content max-h-40"
            value={operation.description}
            onCommit={(description) => set('description', { description })}
          />
        </Field>
        <div className="grid gap-1" data-at={`${operation.pointer}/x-ms-visibility`}>
          <span className="font-medium">Visibility</span>
          <Segmented
            label="Visibility"
            className="justify-self-start"
            value={operation.visibility}
            onValueChange={(visibility) => set('visibility', { visibility })}
            options={visibilities}
          />
        </div>
        <ProblemList problems={others} />
      </section>
      <RequestSection connector={connector} operation={operation} problems={problems} />
      <ResponseSection connector={connector} operation={operation} problems={problems} />
    </div>
  );
}
