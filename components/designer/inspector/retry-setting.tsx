// The retry policy of a call (Workflow Definition Language, retryPolicy).
'use client';
import { Field, Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { type JsonObject, ownProperty } from '@/lib/json';
import { useSetValue } from '../fields/input-field-editor';
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

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function RetrySetting({ name, action, readOnly }: SettingProps) {
  const setValue = useSetValue(name);
  const policy = ownProperty(ownProperty(action, 'inputs'), 'retryPolicy');
  const type = textOf(ownProperty(policy, 'type')).toLowerCase() || 'default';
  const counted = type === 'fixed' || type === 'exponential';

  function choose(next: string) {
    if (next === 'default') setValue(path, undefined);
    else if (next === 'none') setValue(path, { type: 'none' });
    else setValue(path, { type: next, count: 4, interval: 'PT10S' } satisfies JsonObject);
  }

  return (
    <div className="flex flex-col gap-3">
      <Select label="Retry policy" value={type} disabled={readOnly} onValueChange={choose} options={kinds} />
      {counted && (
        <div className="grid grid-cols-2 gap-3">
          <Field label="Count" hint="1 to 90">
            <Input
              inputMode="numeric"
              value={textOf(ownProperty(policy, 'count'))}
              readOnly={readOnly}
              onChange={(event) => setValue([...path, 'count'], toCount(event.target.value))}
            />
          </Field>
          <Field label="Interval" hint="Such as PT10S, PT5M">
            <Input
              value={textOf(ownProperty(policy, 'interval'))}
              readOnly={readOnly}
              onChange={(event) => setValue([...path, 'interval'], event.target.value)}
            />
          </Field>
        </div>
      )}
    </div>
  );
}

function toCount(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
}
