// How many items of a loop are worked on at once (runtimeConfiguration.concurrency.repetitions).
'use client';
import { Field, Input } from '@/components/ui/input';
import { Switch } from '@/components/ui/switch';
import { ownProperty } from '@/lib/json';
import { useSetValue } from '../fields/input-field-editor';
import type { SettingProps } from './settings-tab';

const most = 50;
const usual = 20;

export function ConcurrencySetting({ name, action, readOnly }: SettingProps) {
  const setValue = useSetValue(name);
  const concurrency = ownProperty(ownProperty(action, 'runtimeConfiguration'), 'concurrency');
  const repetitions = ownProperty(concurrency, 'repetitions');
  const on = typeof repetitions === 'number' && repetitions > 1;
  const path = ['runtimeConfiguration', 'concurrency', 'repetitions'];
  return (
    <div className="flex flex-col gap-3">
      <Switch
        label="Work on several items at once"
        checked={on}
        disabled={readOnly}
        onCheckedChange={(next) =>
          next ? setValue(path, usual) : setValue(['runtimeConfiguration', 'concurrency'], undefined)
        }
      />
      {on && (
        <Field label="Degree of parallelism" hint={`2 to ${most}`}>
          <Input
            type="number"
            min={2}
            max={most}
            value={repetitions}
            readOnly={readOnly}
            onChange={(event) => {
              const next = Math.round(Number(event.target.value));
              if (next >= 2 && next <= most) setValue(path, next);
            }}
          />
        </Field>
      )}
    </div>
  );
}
