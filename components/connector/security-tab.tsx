// Security tab: how calls are signed. The choice is written to the definition and to the connection parameters together.
'use client';
import { Badge } from '@/components/ui/badge';
import { cx } from '@/components/ui/class-names';
import { Field, Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { setSecurity } from '@/lib/connector/edit/security';
import type { ConnectorSecurity } from '@/lib/connector/model';
import { useEditor, useEditorStore } from './editor-context';

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
  const imported = useEditor((state) => state.stored.canUndoUpdate);
  if (!connector) return null;
  const { security } = connector;

  const choose = (next: ConnectorSecurity, label: string) => {
    const { change, changeProperties, properties } = store.getState();
    const edit = setSecurity({ connector, properties, security: next });
    change(label, edit.definition);
    changeProperties(label, edit.properties);
  };

  return (
    <div className="mx-auto grid max-w-3xl gap-6 p-6">
      {imported && security.type !== 'none' && (
        <p className="rounded-control border border-run/40 bg-run-soft px-3 py-2 text-run">
          Filled from the imported file.
        </p>
      )}
      <section className="grid gap-4 rounded-card border border-line bg-surface p-5">
        <h2 className="text-panel">Authentication type</h2>
        <div role="radiogroup" aria-label="Authentication type" className="grid gap-2 sm:grid-cols-3">
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
      {security.type === 'apiKey' && (
        <section className="grid gap-4 rounded-card border border-line bg-surface p-5">
          <h2 className="text-panel">API Key</h2>
          <Field label="Parameter label" hint="What makers see when they make a connection.">
            <Input
              value={security.label}
              onChange={(event) => choose({ ...security, label: event.target.value }, 'key label')}
            />
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field
              label="Parameter name"
              required
              error={security.name === '' ? 'Parameter name is required.' : undefined}
            >
              <Input
                mono
                value={security.name}
                onChange={(event) => choose({ ...security, name: event.target.value.trim() }, 'key name')}
              />
            </Field>
            <Field label="Parameter location">
              <Select
                value={security.in}
                onValueChange={(place) =>
                  choose({ ...security, in: place === 'query' ? 'query' : 'header' }, 'key location')
                }
                options={[
                  { value: 'header', label: 'Header' },
                  { value: 'query', label: 'Query' },
                ]}
              />
            </Field>
          </div>
          <Field
            label="Value prefix"
            hint="Written before the key, e.g. “Bearer ”. Makers then paste the key alone."
          >
            <Input
              mono
              value={security.prefix ?? ''}
              onChange={(event) => {
                const { prefix: _former, ...rest } = security;
                choose(event.target.value ? { ...rest, prefix: event.target.value } : rest, 'key prefix');
              }}
            />
          </Field>
        </section>
      )}
      {security.type === 'basic' && (
        <section className="grid gap-4 rounded-card border border-line bg-surface p-5 sm:grid-cols-2">
          <Field label="User name label">
            <Input
              value={security.userNameLabel}
              onChange={(event) =>
                choose({ ...security, userNameLabel: event.target.value }, 'user name label')
              }
            />
          </Field>
          <Field label="Password label">
            <Input
              value={security.passwordLabel}
              onChange={(event) =>
                choose({ ...security, passwordLabel: event.target.value }, 'password label')
              }
            />
          </Field>
        </section>
      )}
    </div>
  );
}
