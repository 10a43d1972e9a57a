// The longest time a step may take (Workflow Definition Language, limit.timeout).
'use client';
import { Field, Input } from '@/components/ui/input';
import { ownProperty } from '@/lib/json';
import { toFieldString } from '@/lib/token/field-value';
import { noteProps, useFieldNote } from '../fields/field-message';
import { useSetValue } from '../fields/use-set-value';
import type { SettingProps } from './settings-tab';

export function TimeoutSetting({ name, action, readOnly }: SettingProps) {
  const setValue = useSetValue(name);
  const note = useFieldNote({ step: name, field: 'limit/timeout' });
  return (
    <div data-field="limit/timeout">
      <Field
        label="Duration"
        hint="ISO 8601, such as PT30S or PT2H. Without one, a call waits 120 s for its answer."
        {...noteProps(note)}
      >
        <Input
          value={toFieldString(ownProperty(ownProperty(action, 'limit'), 'timeout'))}
          placeholder="No limit of its own"
          readOnly={readOnly}
          onChange={(event) => setValue(['limit', 'timeout'], event.target.value || undefined)}
        />
      </Field>
    </div>
  );
}
