// A value written as JSON. A schema can be made from a sample. What does not parse stays here and is not stored.
'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { CodeEditor } from '@/components/ui/code-editor';
import { Dialog } from '@/components/ui/dialog';
import { Textarea } from '@/components/ui/input';
import { schemaFromSample } from '@/lib/connector/sample';
import { isJsonObject, type JsonValue } from '@/lib/json';
import { toFieldString } from '@/lib/token/field-value';
import type { BuiltInFieldProps } from '../inspector/built-in-fields';
import { FieldLabel } from './field-label';
import { useFieldMessage, useSetValue } from './input-field-editor';

type Parsed = { value: JsonValue | undefined } | { problem: string };

function parse(text: string): Parsed {
  if (text.trim() === '') return { value: undefined };
  try {
    return { value: JSON.parse(text) as JsonValue };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : 'This is not JSON.' };
  }
}

export function JsonField({ step, field, value, readOnly }: BuiltInFieldProps) {
  const setValue = useSetValue(step);
  const [text, setText] = useState(() =>
    isJsonObject(value) && Object.keys(value).length === 0 ? '' : toFieldString(value),
  );
  const [sampling, setSampling] = useState(false);
  const parsed = parse(text);
  const message = useFieldMessage(step, field.key, true);
  const problem = 'problem' in parsed ? `Not stored yet: ${parsed.problem}` : message;

  function change(next: string) {
    setText(next);
    const result = parse(next);
    if ('value' in result) setValue(field.path, result.value ?? (field.editor === 'schema' ? {} : undefined));
  }

  return (
    <div data-field={field.key}>
      <FieldLabel label={field.label} required={field.required} description={field.description} />
      <CodeEditor
        label={field.label}
        value={text}
        onChange={change}
        readOnly={readOnly}
        className="max-h-72 min-h-20"
      />
      {problem && <p className="mt-1 text-small text-err">{problem}</p>}
      {field.editor === 'schema' && !readOnly && (
        <Button size="small" variant="ghost" className="mt-1" onClick={() => setSampling(true)}>
          Use sample payload to generate schema
        </Button>
      )}
      {sampling && (
        <SampleDialog
          onClose={() => setSampling(false)}
          onSample={(sample) => {
            change(JSON.stringify(schemaFromSample(sample), null, 2));
            setSampling(false);
          }}
        />
      )}
    </div>
  );
}

function SampleDialog({ onClose, onSample }: { onClose(): void; onSample(sample: JsonValue): void }) {
  const [text, setText] = useState('');
  const parsed = parse(text);
  const problem = text.trim() !== '' && 'problem' in parsed ? parsed.problem : undefined;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Sample payload"
      description="Paste an example of the JSON. Its shape becomes the schema."
      onSubmit={() => {
        if ('value' in parsed && parsed.value !== undefined) onSample(parsed.value);
      }}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" type="submit">
            Done
          </Button>
        </>
      }
    >
      <Textarea
        mono
        rows={10}
        aria-label="Sample payload"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {problem && <p className="mt-1 text-small text-err">{problem}</p>}
    </Dialog>
  );
}
