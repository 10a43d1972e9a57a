// Pastes a sample of a request or a response and makes inputs or a schema of it.
'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Input, Textarea } from '@/components/ui/input';
import { setRequestFromSample, setResponseFromSample } from '@/lib/connector/edit/from-sample';
import type { Connector, Operation } from '@/lib/connector/model';
import type { JsonValue } from '@/lib/json';
import { parseJsonText } from '@/lib/json-text';
import { useEditorStore } from './editor-context';
import { ownStep } from './undoable';

interface SampleDialogProps {
  kind: 'request' | 'response';
  /** Status of the response, for a response. */
  status?: string | undefined;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  connector: Connector;
  operation: Operation;
}

/** JSON of a pasted sample, or a sentence with the place that does not read. */
export function parseSample(text: string): { value: JsonValue | undefined } | { error: string } {
  if (text.trim() === '') return { value: undefined };
  try {
    return { value: JSON.parse(text) as JsonValue };
  } catch {
    const read = parseJsonText(text);
    return { error: read.ok ? 'This is not JSON yet.' : sentenceOf(read) };
  }
}

function sentenceOf({ line, column, message }: { line: number; column: number; message: string }): string {
  return `Line ${line}, column ${column}: ${message}`;
}

/** `Name value` or `Name: value`, one header a line. */
export function parseHeaderLines(text: string): { name: string; value: string }[] {
  return text
    .split('\n')
    .map((line) => /^\s*([^\s:]+)(?:\s*[:\s]\s*(.*))?$/.exec(line))
    .flatMap((match) => (match?.[1] ? [{ name: match[1], value: match[2]?.trim() ?? '' }] : []));
}

export function SampleDialog({ kind, status, open, onOpenChange, connector, operation }: SampleDialogProps) {
  const store = useEditorStore();
  const [url, setUrl] = useState('');
  const [headers, setHeaders] = useState('');
  const [body, setBody] = useState('');
  const parsed = parseSample(body);
  const bodyError = 'error' in parsed ? parsed.error : undefined;
  const nothing = kind === 'response' ? body.trim() === '' : url.trim() === '' && body.trim() === '';

  const apply = () => {
    if ('error' in parsed) return;
    const sample = { headers: parseHeaderLines(headers), body: parsed.value };
    const changes =
      kind === 'request'
        ? setRequestFromSample({ connector, operation, sample: { ...sample, url } })
        : setResponseFromSample({ connector, operation, status: status ?? 'default', sample });
    store.getState().change(ownStep('sample'), changes);
    onOpenChange(false);
    setBody('');
    setHeaders('');
    setUrl('');
  };

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={
        kind === 'request'
          ? 'Import the request from a sample'
          : `Import response ${status ?? ''} from a sample`
      }
      description="Names and types are read from the sample; its values are not kept."
      onSubmit={apply}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={nothing || bodyError !== undefined}>
            Import sample
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {kind === 'request' && (
          <Field label="URL" hint="With its query, e.g. https://api.example.com/orders/{id}?from=2026-01-01.">
            <Input mono value={url} onChange={(event) => setUrl(event.target.value)} />
          </Field>
        )}
        <Field label="Headers" hint="One a line. Authentication and content type are left out.">
          <Textarea mono rows={2} value={headers} onChange={(event) => setHeaders(event.target.value)} />
        </Field>
        <Field label="Body" error={bodyError}>
          <Textarea mono rows={8} value={body} onChange={(event) => setBody(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
