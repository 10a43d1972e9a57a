// For each step before: after which of its four results this step runs.
'use client';
import { Check } from 'lucide-react';
import { Checkbox } from 'radix-ui';
import { useId } from 'react';
import type { RunAfterStatus } from '@/lib/flow/definition';
import { readRunAfter, runAfterStatuses } from '@/lib/flow/graph';
import { titleOf } from '@/lib/flow/title';
import { useDesignerContext } from '../store/designer-context';
import { makeEdit } from '../store/gestures';
import type { SettingProps } from './settings-tab';

const words: Record<RunAfterStatus, string> = {
  Succeeded: 'is successful',
  Failed: 'has failed',
  Skipped: 'is skipped',
  TimedOut: 'has timed out',
};

export function RunAfterSetting({ name, action, readOnly }: SettingProps) {
  const { store } = useDesignerContext();
  const before = readRunAfter(action);
  if (before.length === 0) return <p className="text-ink2">This step starts first in its place.</p>;
  const toggle = (from: string, status: RunAfterStatus, on: boolean) => {
    const runAfter = Object.fromEntries(
      before.map(([each, statuses]) => [
        each,
        each === from
          ? runAfterStatuses.filter((other) => (other === status ? on : statuses.includes(other)))
          : statuses,
      ]),
    );
    makeEdit(store, { type: 'set-run-after', action: name, runAfter });
  };
  return (
    <div className="flex flex-col gap-3">
      {before.map(([from, statuses]) => (
        <fieldset key={from} className="rounded-control border border-line px-3 py-2">
          <legend className="px-1 font-medium">{titleOf(from)}</legend>
          {runAfterStatuses.map((status) => (
            <StatusBox
              key={status}
              label={words[status]}
              checked={statuses.includes(status)}
              disabled={readOnly || (statuses.length === 1 && statuses[0] === status)}
              onChange={(on) => toggle(from, status, on)}
            />
          ))}
        </fieldset>
      ))}
    </div>
  );
}

interface StatusBoxProps {
  label: string;
  checked: boolean;
  disabled: boolean;
  onChange(on: boolean): void;
}

function StatusBox({ label, checked, disabled, onChange }: StatusBoxProps) {
  const id = useId();
  return (
    <div className="flex h-7 items-center gap-2">
      <Checkbox.Root
        id={id}
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onChange(next === true)}
        className="grid size-4 place-items-center rounded-chip border border-lineS bg-surface text-btn-ink data-[state=checked]:border-btn data-[state=checked]:bg-btn disabled:opacity-70"
      >
        <Checkbox.Indicator>
          <Check aria-hidden="true" className="size-3!" />
        </Checkbox.Indicator>
      </Checkbox.Root>
      <label htmlFor={id}>{label}</label>
    </div>
  );
}
