// Where an API key is sent: its label for makers, the header or query parameter, and what stands before the key.
'use client';
import { Field } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { ConnectorSecurity } from '@/lib/connector/model';
import { fieldNotes } from '../problems/problem-text';
import { DraftInput } from '../store/draft-text';
import { useEditor } from '../store/editor-context';
import { useRefused } from '../store/use-refused';

type ApiKey = Extract<ConnectorSecurity, { type: 'apiKey' }>;

interface ApiKeyFormProps {
  security: ApiKey;
  onChange: (security: ApiKey, label: string) => void;
}

export function ApiKeyForm({ security, onChange }: ApiKeyFormProps) {
  const problems = useEditor((state) => state.problems);
  const about = problems.filter(({ rule }) => rule === 'SecuritySchemePropertyNotValid');
  // A scheme without a parameter name is no API key any more, so the former name stays until there is another.
  const name = useRefused('key-name', security.name);
  return (
    <section className="grid gap-4 rounded-card border border-line bg-surface p-5">
      <h2 className="text-panel">API Key</h2>
      <Field label="Parameter label" hint="What makers see when they make a connection.">
        <DraftInput
          value={security.label}
          onCommit={(label) => onChange({ ...security, label }, 'key label')}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="Parameter name"
          required
          {...fieldNotes(about)}
          {...(name.text === undefined
            ? {}
            : { error: `Parameter name is required. ${security.name} stays until there is another.` })}
        >
          <DraftInput
            mono
            data-field="key-name"
            spellCheck={false}
            value={name.text ?? security.name}
            onCommit={(text) => {
              if (text.trim() === '') {
                name.refuse(text);
                return;
              }
              name.accept();
              onChange({ ...security, name: text.trim() }, 'key name');
            }}
          />
        </Field>
        <Field label="Parameter location">
          <Select
            value={security.in}
            onValueChange={(place) =>
              onChange({ ...security, in: place === 'query' ? 'query' : 'header' }, 'key location')
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
        <DraftInput
          mono
          spellCheck={false}
          value={security.prefix ?? ''}
          onCommit={(text) => {
            const { prefix: _former, ...rest } = security;
            onChange(text ? { ...rest, prefix: text } : rest, 'key prefix');
          }}
        />
      </Field>
    </section>
  );
}
