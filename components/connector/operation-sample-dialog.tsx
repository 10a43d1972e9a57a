// Makes a new action from a sample request: method, address, headers, body.
'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Input, Textarea } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { addOperation } from '@/lib/connector/edit/operation';
import { useEditor, useEditorStore } from './editor-context';
import { parseHeaderLines, parseSample } from './sample-dialog';
import { ownStep } from './undoable';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

interface OperationSampleDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onAdded: (id: string) => void;
}

export function OperationSampleDialog({ open, onOpenChange, onAdded }: OperationSampleDialogProps) {
  const store = useEditorStore();
  const connector = useEditor((state) => state.connector);
  const [id, setId] = useState('');
  const [summary, setSummary] = useState('');
  const [method, setMethod] = useState('GET');
  const [url, setUrl] = useState('');
  const [headers, setHeaders] = useState('');
  const [body, setBody] = useState('');
  const [urlError, setUrlError] = useState<string>();
  if (!connector) return null;
  const parsed = parseSample(body);
  const bodyError = 'error' in parsed ? parsed.error : undefined;
  const idError = connector.operations.some((operation) => operation.id === id)
    ? 'Another operation has this ID.'
    : /\s/.test(id)
      ? 'An operation ID has no spaces.'
      : undefined;

  const add = () => {
    if ('error' in parsed || idError) return;
    const sample = { method, url, headers: parseHeaderLines(headers), body: parsed.value };
    const added = addOperation(connector, { id, summary, sample });
    if (!added.ok) {
      setUrlError(added.message);
      return;
    }
    store.getState().change(ownStep('add'), added.changes);
    onOpenChange(false);
    onAdded(id);
  };

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="New action"
      description="A sample request says what the action sends."
      onSubmit={add}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button
            type="submit"
            variant="primary"
            disabled={id === '' || url === '' || idError !== undefined || bodyError !== undefined}
          >
            Add action
          </Button>
        </>
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Summary" required>
          <Input value={summary} onChange={(event) => setSummary(event.target.value)} />
        </Field>
        <Field label="Operation ID" required error={idError}>
          <Input mono value={id} onChange={(event) => setId(event.target.value)} />
        </Field>
        <Field label="Method">
          <Select
            value={method}
            onValueChange={setMethod}
            options={methods.map((value) => ({ value, label: value }))}
          />
        </Field>
        <Field label="URL" required error={urlError}>
          <Input
            mono
            placeholder="https://api.example.com/orders/{id}"
            value={url}
            onChange={(event) => {
              setUrl(event.target.value);
              setUrlError(undefined);
            }}
          />
        </Field>
        <Field label="Headers" className="sm:col-span-2">
          <Textarea mono rows={2} value={headers} onChange={(event) => setHeaders(event.target.value)} />
        </Field>
        <Field label="Body" error={bodyError} className="sm:col-span-2">
          <Textarea mono rows={6} value={body} onChange={(event) => setBody(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
