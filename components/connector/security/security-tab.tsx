// Security tab: how calls are signed. The choice is written to the definition and to the connection parameters together.
'use client';
import { Badge } from '@/components/ui/badge';
import { cx } from '@/components/ui/class-names';
import { Field } from '@/components/ui/input';
import { setSecurity } from '@/lib/connector/edit/security';
import type { ConnectorSecurity } from '@/lib/connector/model';
import { DraftInput } from '../store/draft-text';
import { useEditor, useEditorStore } from '../store/editor-context';
import { ApiKeyForm } from './api-key-form';
import { isSameSecurity } from './security-text';

const kinds = [
  { type: 'none', label: 'No authentication', text: 'The API answers everybody.' },
  { type: 'apiKey', label: 'API Key', text: 'A key in a header or in the query.' },
  { type: 'basic', label: 'Basic authentication', text: 'A user name and a password.' },
] as const;

function startOf(type: (typeof kinds)[number]['type']): ConnectorSecurity {
  if (type === 'apiKey') return { type, label: 'API Key', name: 'X-API-KEY', in: 'header' };
  if (type === 'basic') return { type, userNameLabel: 'User name', passwordLabel: 'Password' };
  return { type };
}

export function SecurityTab() {
  const store = useEditorStore();
  const connector = useEditor((state) => state.connector);
  const imported = useEditor((state) => state.stored.importedSecurity);
  if (!connector) return null;
  const { security } = connector;
  const isImported = imported?.some((one) => isSameSecurity(one, security)) ?? false;

  const choose = (next: ConnectorSecurity, label: string) => {
    const { change, changeProperties, properties } = store.getState();
    const edit = setSecurity({ connector, properties, security: next });
    change(label, edit.definition);
    changeProperties(label, edit.properties);
  };

  return (
    <div className="mx-auto grid max-w-3xl gap-6 p-6">
      {isImported && (
        <p className="rounded-control border border-run/40 bg-run-soft px-3 py-2 text-run">
          Filled from the imported file.
        </p>
      )}
      <section className="grid gap-4 rounded-card border border-line bg-surface p-5">
        <h2 className="text-panel">Authentication type</h2>
        <div
          role="radiogroup"
          aria-label="Authentication type"
          data-field="security"
          className="grid gap-2 sm:grid-cols-3"
        >
          {kinds.map((kind) => (
            <label
              key={kind.type}
              className={cx(
                'grid cursor-default gap-1 rounded-control border p-3 hover:bg-hover',
                'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
                security.type === kind.type ? 'border-ink' : 'border-line',
              )}
            >
              <span className="flex items-center gap-2 font-semibold">
                <input
                  type="radio"
                  name="authentication-type"
                  className="accent-[var(--color-ink)]"
                  checked={security.type === kind.type}
                  onChange={() => choose(startOf(kind.type), `authentication ${kind.type}`)}
                />
                {kind.label}
              </span>
              <span className="text-small text-ink3">{kind.text}</span>
            </label>
          ))}
        </div>
        {security.type === 'unsupported' && (
          <p className="flex items-center gap-2 text-small text-ink2">
            <Badge tone="warn">{security.name}</Badge>
            The file asks for this kind of sign-in. It is kept as it is; calls are sent without it.
          </p>
        )}
      </section>
      {security.type === 'apiKey' && <ApiKeyForm security={security} onChange={choose} />}
      {security.type === 'basic' && (
        <section className="grid gap-4 rounded-card border border-line bg-surface p-5 sm:grid-cols-2">
          <h2 className="text-panel sm:col-span-2">Basic authentication</h2>
          <Field label="User name label" hint="What makers see when they make a connection.">
            <DraftInput
              value={security.userNameLabel}
              onCommit={(userNameLabel) => choose({ ...security, userNameLabel }, 'user name label')}
            />
          </Field>
          <Field label="Password label">
            <DraftInput
              value={security.passwordLabel}
              onCommit={(passwordLabel) => choose({ ...security, passwordLabel }, 'password label')}
            />
          </Field>
        </section>
      )}
    </div>
  );
}
