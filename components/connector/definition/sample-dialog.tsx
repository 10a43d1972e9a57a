// Pastes a sample of a request or a response and makes inputs or a schema of it.
'use client';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Input, Textarea } from '@/components/ui/input';
import { setRequestFromSample, setResponseFromSample } from '@/lib/connector/edit/from-sample';
import type { Connector, Operation } from '@/lib/connector/model';
import { useEditor, useEditorStore } from '../store/editor-context';
import { ownStep } from '../store/undoable';
import { parseHeaderLines, parseSample } from './sample-text';
import { useKeptSample } from './use-kept-sample';

interface SampleDialogProps {
  kind: 'request' | 'response';
  /** Status of the response, for a response. */
  status?: string | undefined;
  connector: Connector;
  operation: Operation;
  onClose: () => void;
}

const blank = { url: '', headers: '', body: '' };

export function SampleDialog({ kind, status = 'default', connector, operation, onClose }: SampleDialogProps) {
  const store = useEditorStore();
  const id = useEditor((state) => state.stored.id);
  const of = kind === 'request' ? kind : status;
  const { texts, change, forget } = useKeptSample(`connector.${id}.sample.${operation.pointer}.${of}`, blank);
  const { url, headers, body } = texts;
  const parsed = parseSample(body);
  const bodyError = 'error' in parsed ? parsed.error : undefined;
  const isEmpty = body.trim() === '' && (kind === 'response' || url.trim() === '');

  const close = () => {
    forget();
    onClose();
  };
  const apply = () => {
    if ('error' in parsed || isEmpty) return;
    const sample = { headers: parseHeaderLines(headers), body: parsed.value };
    const changes =
      kind === 'request'
        ? setRequestFromSample({ connector, operation, sample: { ...sample, url } })
        : setResponseFromSample({ connector, operation, status, sample });
    store.getState().change(ownStep('sample'), changes);
    close();
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={
        kind === 'request' ? 'Import the request from a sample' : `Import response ${status} from a sample`
      }
      description="Names and types are read from the sample; its values are not kept."
      onSubmit={apply}
      footer={
        <>
          <Button variant="ghost" onClick={close}>
            Cancel
          </Button>
          <Button
            type="submit"
            variant="primary"
            disabledReason={bodyError ?? (isEmpty ? 'There is no sample yet.' : undefined)}
          >
            Import sample
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {kind === 'request' && (
          <Field label="URL" hint="With its query, e.g. https://api.example.com/orders/{id}?from=2026-01-01.">
            <Input mono value={url} onChange={(event) => change({ url: event.target.value })} />
          </Field>
        )}
        <Field label="Headers" hint="One a line. Authentication and content type are left out.">
          <Textarea
            mono
            rows={2}
            value={headers}
            onChange={(event) => change({ headers: event.target.value })}
          />
        </Field>
        <Field label="Body" error={bodyError}>
          <Textarea mono rows={8} value={body} onChange={(event) => change({ body: event.target.value })} />
        </Field>
      </div>
    </Dialog>
  );
}
