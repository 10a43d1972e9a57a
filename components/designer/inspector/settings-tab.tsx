// When a step runs, how often it is tried, how long it may take, how many at once.
'use client';
import type { ReactNode } from 'react';
import type { ActionDefinition } from '@/lib/flow/definition';
import { findAction } from '@/lib/flow/tree';
import { FieldMessage, useFieldNote } from '../fields/field-message';
import { useDesigner } from '../store/designer-context';
import { ConcurrencySetting } from './concurrency-setting';
import { RetrySetting } from './retry-setting';
import { RunAfterSetting } from './run-after-setting';
import { TimeoutSetting } from './timeout-setting';

const calls = ['openapiconnection', 'http', 'openapiconnectionwebhook', 'apiconnection'];

export interface SettingProps {
  name: string;
  action: ActionDefinition;
  readOnly: boolean;
}

export function SettingsTab({ name }: { name: string }) {
  const action = useDesigner((state) => findAction(state.flow.definition, name)?.action);
  const readOnly = useDesigner((state) => state.readOnly);
  const order = useFieldNote({ step: name, field: 'step/runAfter' });
  if (!action) return null;
  const type = action.type.toLowerCase();
  const props = { name, action, readOnly };
  return (
    <div className="flex flex-col gap-6">
      <SettingGroup title="Run after" hint="With which results of the steps before this one starts.">
        <div data-field="step/runAfter">
          <RunAfterSetting {...props} />
          <FieldMessage note={order} />
        </div>
      </SettingGroup>
      {calls.includes(type) && (
        <SettingGroup title="Retry policy" hint="What happens when a call fails and may be sent again.">
          <RetrySetting {...props} />
        </SettingGroup>
      )}
      {(calls.includes(type) || type === 'scope') && (
        <SettingGroup title="Timeout" hint="The longest time this step may take, its retries included.">
          <TimeoutSetting {...props} />
        </SettingGroup>
      )}
      {type === 'foreach' && (
        <SettingGroup title="Concurrency" hint="Items are worked on one after the other unless this is on.">
          <ConcurrencySetting {...props} />
        </SettingGroup>
      )}
    </div>
  );
}

function SettingGroup({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="font-semibold">{title}</h3>
      <p className="mb-2 text-small text-ink3">{hint}</p>
      {children}
    </section>
  );
}
