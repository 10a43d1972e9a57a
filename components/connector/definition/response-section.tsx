// Responses of an operation, by status and default; their items are what dynamic content offers.
'use client';
import { ChevronDown, ChevronRight, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button, ButtonLink } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Field, Input } from '@/components/ui/input';
import { useKept } from '@/components/ui/use-kept';
import { addResponse, removeResponse } from '@/lib/connector/edit/response';
import type { Connector, Dialect, Operation, OperationResponse } from '@/lib/connector/model';
import { outputResponse } from '@/lib/connector/outputs';
import type { Problem } from '@/lib/problem';
import { ProblemList } from '../problems/problem-list';
import { isWithin } from '../problems/problem-place';
import { useOpenAtGoal } from '../problems/use-open-at-goal';
import { useEditor, useEditorStore } from '../store/editor-context';
import { changeUndoably, ownStep } from '../store/undoable';
import { SampleDialog } from './sample-dialog';
import { SchemaItems } from './schema-items';

interface ResponseSectionProps {
  connector: Connector;
  operation: Operation;
  problems: readonly Problem[];
}

export function ResponseSection({ connector, operation, problems }: ResponseSectionProps) {
  const store = useEditorStore();
  const id = useEditor((state) => state.stored.id);
  const [open, setOpen] = useState<string>();
  const [adding, setAdding] = useState(false);
  const sampling = useKept<string>(`connector.${id}.sampling-response.${operation.pointer}`, '');
  const [status, setStatus] = useState('');
  const feeding = outputResponse(operation);
  useOpenAtGoal(operation.responses, (response) => setOpen(response.status));
  const add = (wanted: string) => {
    store.getState().change(ownStep('add response'), addResponse(connector, operation, wanted));
    setOpen(wanted);
    setAdding(false);
    setStatus('');
  };
  const wrong = statusError(operation, connector.dialect, status);

  return (
    <section
      aria-label="Response"
      data-at={`${operation.pointer}/responses`}
      className="grid grid-cols-[minmax(0,1fr)] gap-2 rounded-card border border-line bg-surface p-5"
    >
      <header className="flex items-center gap-4">
        <h2 className="text-panel">Response</h2>
        <button
          type="button"
          className="ml-auto flex items-center gap-1 font-semibold text-accent hover:underline"
          onClick={() => setAdding(!adding)}
        >
          <Plus className="size-3.5" /> Add response
        </button>
        {!operation.responses.some((response) => response.status === 'default') && (
          <button
            type="button"
            className="font-semibold text-accent hover:underline"
            onClick={() => add('default')}
          >
            Add default response
          </button>
        )}
      </header>
      {adding && (
        <form
          className="flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (status !== '' && !wrong) add(status);
          }}
        >
          <Field label="Status" error={status === '' ? undefined : wrong}>
            <Input
              mono
              autoFocus
              value={status}
              onChange={(event) => setStatus(event.target.value.trim().toUpperCase())}
            />
          </Field>
          <Button type="submit">Add</Button>
        </form>
      )}
      <ProblemList problems={problems.filter(({ at }) => isWithin(at, `${operation.pointer}/responses`))} />
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-1">
        {operation.responses.map((response) => (
          <li
            key={response.pointer}
            data-at={response.pointer}
            className="rounded-control border border-line"
          >
            <ResponseRow
              response={response}
              open={open === response.status}
              feeds={feeding?.status === response.status}
              onToggle={() => setOpen(open === response.status ? undefined : response.status)}
            />
            {open === response.status && (
              <div className="grid gap-3 border-t border-line p-3">
                <SchemaItems connector={connector} response={response} />
                <div className="flex items-center gap-2">
                  <Button size="small" onClick={() => sampling.set(response.status)}>
                    Import from sample
                  </Button>
                  <IconButton
                    label={`Delete response ${response.status}`}
                    icon={<Trash2 />}
                    onClick={() =>
                      changeUndoably(store, {
                        changes: removeResponse(operation, response),
                        told: `Deleted response ${response.status}.`,
                      })
                    }
                  />
                </div>
              </div>
            )}
          </li>
        ))}
      </ul>
      {feeding && !feeding.schema && (
        <div className="flex flex-wrap gap-2 pt-1">
          <ButtonLink
            href={`/connectors/${id}/edit/test?operation=${encodeURIComponent(operation.id)}`}
            onClick={() => store.getState().select(operation.id)}
          >
            Learn from a test call
          </ButtonLink>
          <Button onClick={() => sampling.set(feeding.status)}>Paste a sample</Button>
        </div>
      )}
      {sampling.value !== '' && (
        <SampleDialog
          kind="response"
          status={sampling.value}
          connector={connector}
          operation={operation}
          onClose={sampling.forget}
        />
      )}
    </section>
  );
}

/** Why no response can be added under a status; a range such as 2XX belongs to 3.x. */
export function statusError(operation: Operation, dialect: Dialect, status: string): string | undefined {
  if (operation.responses.some((response) => response.status.toUpperCase() === status))
    return 'This status is already described.';
  if (/^[1-5]\d\d$/.test(status) || (dialect !== '2.0' && /^[1-5]XX$/.test(status))) return undefined;
  return dialect === '2.0'
    ? 'A status has three digits, e.g. 201.'
    : 'A status has three digits, e.g. 201; 2XX stands for all that begin with 2.';
}

function ResponseRow({
  response,
  open,
  feeds,
  onToggle,
}: {
  response: OperationResponse;
  open: boolean;
  feeds: boolean;
  onToggle: () => void;
}) {
  return (
    <button
      type="button"
      aria-expanded={open}
      onClick={onToggle}
      className="flex w-full items-center gap-2 px-2 py-1.5 text-left hover:bg-hover"
    >
      {open ? <ChevronDown className="text-ink3" /> : <ChevronRight className="text-ink3" />}
      <code>{response.status}</code>
      <span className="min-w-0 truncate text-small text-ink3">{response.description}</span>
      <span className="ml-auto shrink-0 text-small text-ink3">
        {response.schema ? feeds && <Badge>dynamic content</Badge> : 'no schema, so no dynamic content'}
      </span>
    </button>
  );
}
