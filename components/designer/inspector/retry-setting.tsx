// The retry policy of a call (Workflow Definition Language, retryPolicy).
'use client';
import { Field, Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { type JsonObject, type JsonValue, ownProperty } from '@/lib/json';
import { toFieldString, toFieldValue } from '@/lib/token/field-value';
import { FieldMessage, noteProps, useFieldNote } from '../fields/field-message';
import { useSetValue } from '../fields/use-set-value';
import type { SettingProps } from './settings-tab';

const path = ['inputs', 'retryPolicy'];

const kinds = [
  {
    value: 'default',
    label: 'Default',
    description: 'Safe calls are tried again. A call that may have been carried out asks you first.',
  },
  { value: 'none', label: 'None', description: 'Sent once.' },
  { value: 'fixed', label: 'Fixed interval', description: 'Tried again after the same time.' },
  { value: 'exponential', label: 'Exponential interval', description: 'Waits longer each time.' },
];

interface NumberOf {
  key: string;
  label: string;
  hint: string;
  /** What holds where it is empty. */
  placeholder?: string;
}

const count: NumberOf = { key: 'count', label: 'Count', hint: '1 to 90', placeholder: '4' };
const interval: NumberOf = {
  key: 'interval',
  label: 'Interval',
  hint: 'Such as PT10S, PT5M',
  placeholder: 'PT7S',
};
const bounds: NumberOf[] = [
  { key: 'minimumInterval', label: 'Shortest interval', hint: 'Such as PT5S', placeholder: 'PT5S' },
  { key: 'maximumInterval', label: 'Longest interval', hint: 'Such as PT1H', placeholder: 'PT1H' },
];

export function RetrySetting({ name, action, readOnly }: SettingProps) {
  const setValue = useSetValue(name);
  const policy = ownProperty(ownProperty(action, 'inputs'), 'retryPolicy');
  const written = ownProperty(policy, 'type');
  const type = typeof written === 'string' ? written.toLowerCase() : 'default';
  const parts = { fixed: [count, interval], exponential: [count, interval, ...bounds] }[type] ?? [];
  const root = path.join('/');
  const note = useFieldNote({ step: name, field: root, inner: parts.map(({ key }) => `${root}/${key}`) });

  function choose(next: string) {
    if (next === 'default') setValue(path, undefined);
    else if (next === 'none') setValue(path, { type: 'none' });
    else setValue(path, { type: next, count: 4, interval: 'PT10S' } satisfies JsonObject);
  }

  return (
    <div className="flex flex-col gap-3" data-field={root}>
      <div>
        <Select
          label="Retry policy"
          value={type}
          disabled={readOnly}
          onValueChange={choose}
          options={kinds}
        />
        <FieldMessage note={note} />
      </div>
      {parts.length > 0 && (
        <div className="grid grid-cols-2 gap-3">
          {parts.map((part) => (
            <Part
              key={part.key}
              step={name}
              part={part}
              value={ownProperty(policy, part.key)}
              readOnly={readOnly}
            />
          ))}
        </div>
      )}
    </div>
  );
}

interface PartProps {
  step: string;
  part: NumberOf;
  value: JsonValue | undefined;
  readOnly: boolean;
}

function Part({ step, part, value, readOnly }: PartProps) {
  const setValue = useSetValue(step);
  const at = [...path, part.key];
  const note = useFieldNote({ step, field: at.join('/') });
  return (
    <div data-field={at.join('/')}>
      <Field label={part.label} hint={part.hint} {...noteProps(note)}>
        <Input
          inputMode={part.key === 'count' ? 'numeric' : undefined}
          placeholder={part.placeholder}
          value={toFieldString(value)}
          readOnly={readOnly}
          onChange={(event) =>
            setValue(at, toFieldValue(event.target.value, part.key === 'count' ? 'integer' : 'string'))
          }
        />
      </Field>
    </div>
  );
}
