// A value written as JSON. A schema can be made from a sample. What does not parse is kept here and named by the checker.
'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { CodeEditor } from '@/components/ui/code-editor';
import { schemaFromSample } from '@/lib/connector/sample';
import { isJsonObject, type JsonValue } from '@/lib/json';
import { toFieldString } from '@/lib/token/field-value';
import type { BuiltInFieldProps } from '../inspector/built-in-fields';
import { FieldLabel } from './field-label';
import { FieldMessage, useFieldNote } from './field-message';
import { parseJsonText } from './json-text';
import { SampleDialog } from './sample-dialog';
import { baseOf } from './unstored';
import { useSetValue } from './use-set-value';
import { useUnstored } from './use-unstored';

/** An empty schema says as much as none. */
function toText(value: JsonValue | undefined): string {
  return isJsonObject(value) && Object.keys(value).length === 0 ? '' : toFieldString(value);
}

export function JsonField({ step, field, value, readOnly }: BuiltInFieldProps) {
  const setValue = useSetValue(step);
  const unstored = useUnstored({ step, field: field.key, path: field.path, value });
  // The text as it was typed, for as long as it says what is stored.
  const [typed, setTyped] = useState({ text: toText(value), says: baseOf(value) });
  const [sampling, setSampling] = useState(false);
  const note = useFieldNote({ step, field: field.key });
  const text = unstored.text ?? (typed.says === baseOf(value) ? typed.text : toText(value));
  const parsed = parseJsonText(text);

  function change(next: string) {
    // The editor also tells what was put into it from here, after an undo.
    if (next === text) return;
    const result = parseJsonText(next);
    if ('problem' in result) {
      unstored.put(next, { value, message: `${field.label} is not stored: ${result.problem}` });
      return;
    }
    unstored.drop();
    const stored = result.value ?? (field.editor === 'schema' ? {} : undefined);
    setTyped({ text: next, says: baseOf(stored) });
    setValue(field.path, stored);
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
      <FieldMessage
        note={
          'problem' in parsed ? { message: `Not stored yet: ${parsed.problem}`, severity: 'error' } : note
        }
      />
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
