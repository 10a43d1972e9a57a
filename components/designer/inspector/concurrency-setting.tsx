// How many items of a loop are worked on at once (runtimeConfiguration.concurrency.repetitions).
'use client';
import { useState } from 'react';
import { Field, Input } from '@/components/ui/input';
import { Switch } from '@/components/ui/switch';
import { ownProperty } from '@/lib/json';
import { toFieldString, toFieldValue } from '@/lib/token/field-value';
import { noteProps, useFieldNote } from '../fields/field-message';
import { useSetValue } from '../fields/use-set-value';
import type { SettingProps } from './settings-tab';

const most = 50;
const usual = 20;
const path = ['runtimeConfiguration', 'concurrency', 'repetitions'];
const key = path.join('/');

export function ConcurrencySetting({ name, action, readOnly }: SettingProps) {
  const setValue = useSetValue(name);
  const note = useFieldNote({ step: name, field: key });
  const concurrency = ownProperty(ownProperty(action, 'runtimeConfiguration'), 'concurrency');
  const repetitions = ownProperty(concurrency, 'repetitions');
  // 1 is the same as off, but also how 15 begins.
  const [typing, setTyping] = useState(false);
  const on = repetitions !== undefined && (repetitions !== 1 || typing);
  return (
    <div className="flex flex-col gap-3" data-field={key}>
      <Switch
        label="Work on several items at once"
        checked={on}
        disabled={readOnly}
        onCheckedChange={(next) =>
          next ? setValue(path, usual) : setValue(['runtimeConfiguration', 'concurrency'], undefined)
        }
      />
      {on && (
        <Field label="Degree of parallelism" hint={`2 to ${most}`} {...noteProps(note)}>
          <Input
            inputMode="numeric"
            value={toFieldString(repetitions)}
            readOnly={readOnly}
            onChange={(event) => {
              setTyping(true);
              setValue(path, toFieldValue(event.target.value, 'integer') ?? '');
            }}
            onBlur={() => setTyping(false)}
          />
        </Field>
      )}
    </div>
  );
}
