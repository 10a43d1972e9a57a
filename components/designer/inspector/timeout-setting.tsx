// The longest time a step may take (Workflow Definition Language, limit.timeout).
'use client';
import { Field, Input } from '@/components/ui/input';
import { ownProperty } from '@/lib/json';
import { useSetValue } from '../fields/input-field-editor';
import type { SettingProps } from './settings-tab';

const duration = /^P(?!$)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;

export function TimeoutSetting({ name, action, readOnly }: SettingProps) {
  const setValue = useSetValue(name);
  const value = ownProperty(ownProperty(action, 'limit'), 'timeout');
  const text = typeof value === 'string' ? value : '';
  const wrong = text !== '' && !text.startsWith('@') && !duration.test(text);
  return (
    <Field
      label="Duration"
      hint="ISO 8601, such as PT30S or PT2H. Without one, a call waits 120 s for its answer."
      error={wrong ? 'This is not a duration. Write PT30S for 30 seconds.' : undefined}
    >
      <Input
        value={text}
        placeholder="No limit of its own"
        readOnly={readOnly}
        onChange={(event) => setValue(['limit', 'timeout'], event.target.value || undefined)}
      />
    </Field>
  );
}
