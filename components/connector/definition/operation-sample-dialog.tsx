// Makes a new action from a sample request: method, address, headers, body.
'use client';
import { useState } from 'react';
import { FormDialog } from '@/components/ui/form-dialog';
import { Field, Input, Textarea } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { addOperation } from '@/lib/connector/edit/operation';
import type { Connector } from '@/lib/connector/model';
import { useEditor, useEditorStore } from '../store/editor-context';
import { ownStep } from '../store/undoable';
import { operationIdError } from './operation-id';
import { operationIdOf, parseHeaderLines, parseSample } from './sample-text';
import { useKeptSample } from './use-kept-sample';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/** The ID follows the summary until it is written itself. */
const blank = { summary: '', ownId: '', method: 'GET', url: '', headers: '', body: '' };

interface OperationSampleDialogProps {
  connector: Connector;
  onClose: () => void;
  onAdded: (id: string) => void;
}

export function OperationSampleDialog({ connector, onClose, onAdded }: OperationSampleDialogProps) {
  const store = useEditorStore();
  const connectorId = useEditor((state) => state.stored.id);
  const { texts, change, forget } = useKeptSample(`connector.${connectorId}.new-action`, blank);
  const [isTried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const { summary, method, url, headers, body } = texts;
  const id = texts.ownId || operationIdOf(summary);
  const parsed = parseSample(body);
  const idError = operationIdError(connector, id);
  const urlError = url.trim() === '' ? 'URL is required.' : undefined;

  const close = () => {
    forget();
    onClose();
  };
  const add = () => {
    setTried(true);
    if ('error' in parsed || idError || urlError) return;
    const sample = { method, url, headers: parseHeaderLines(headers), body: parsed.value };
    const added = addOperation(connector, { id, summary, sample });
    if (!added.ok) {
      setRefusal(added.message);
      return;
    }
    store.getState().change(ownStep('add'), added.changes);
    close();
    onAdded(id);
  };

  return (
    <FormDialog
      size="medium"
      title="New action"
      description="A sample request says what the action sends."
      submitLabel="Add action"
      busy={false}
      onSubmit={add}
      onClose={close}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Summary" hint="Makers see it when they choose a step.">
          <Input value={summary} onChange={(event) => change({ summary: event.target.value })} />
        </Field>
        <Field label="Operation ID" required error={isTried || texts.ownId ? idError : undefined}>
          <Input mono value={id} onChange={(event) => change({ ownId: event.target.value })} />
        </Field>
        <div className="grid grid-cols-[112px_minmax(0,1fr)] gap-4 sm:col-span-2">
          <Field label="Method">
            <Select
              value={method}
              onValueChange={(next) => change({ method: next })}
              options={methods.map((value) => ({ value, label: value }))}
            />
          </Field>
          <Field label="URL" required error={refusal ?? (isTried ? urlError : undefined)}>
            <Input
              mono
              placeholder="https://api.example.com/orders/{id}"
              value={url}
              onChange={(event) => {
                change({ url: event.target.value });
                setRefusal(undefined);
              }}
            />
          </Field>
        </div>
        <Field
          label="Headers"
          hint="One a line. Authentication and content type are left out."
          className="sm:col-span-2"
        >
          <Textarea
            mono
            rows={2}
            value={headers}
            onChange={(event) => change({ headers: event.target.value })}
          />
        </Field>
        <Field label="Body" error={'error' in parsed ? parsed.error : undefined} className="sm:col-span-2">
          <Textarea mono rows={6} value={body} onChange={(event) => change({ body: event.target.value })} />
        </Field>
      </div>
    </FormDialog>
  );
}
