// Makes a connection where it is needed: its name and one field for each value the connector asks for.
'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Eye, EyeOff } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { BrandTile } from '@/components/ui/brand-tile';
import { Button } from '@/components/ui/button';
import { describeError } from '@/components/ui/describe-error';
import { IconButton } from '@/components/ui/icon-button';
import { Field, Input } from '@/components/ui/input';
import { announce } from '@/components/ui/live-region';
import { nameError } from '@/components/ui/name-error';
import { Select } from '@/components/ui/select';
import { notifyError } from '@/components/ui/toast';
import type { ConnectionParameter, ConnectorSecurity } from '@/lib/connector/model';

export interface ConnectionFormProps {
  connector: {
    id: string;
    name: string;
    brandColor: string;
    iconUrl?: string | null | undefined;
    parameters: readonly ConnectionParameter[];
    security: ConnectorSecurity;
  };
  submitLabel: 'Create' | 'Create connection';
  /** `problem` says why the new connection does not work, where it was tried out and does not. */
  onCreated: (connection: { id: string; name: string; problem: string | undefined }) => void;
  onCancel?: (() => void) | undefined;
}

export function ConnectionForm({ connector, submitLabel, onCreated, onCancel }: ConnectionFormProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const create = useMutation(trpc.connections.create.mutationOptions());
  const [name, setName] = useState(connector.name);
  const [values, setValues] = useState<Record<string, string>>(() => startValues(connector.parameters));
  const [touched, setTouched] = useState(false);
  const first = useRef<HTMLFormElement>(null);
  const failure = create.error ? describeError(create.error) : undefined;
  const missing = connector.parameters.filter((parameter) => parameter.required && !values[parameter.name]);
  const wrongName = nameError('Connection name', name);

  useEffect(() => {
    first.current?.querySelector('input')?.focus();
  }, []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTouched(true);
    if (wrongName || missing.length > 0) return;
    try {
      const made = await create.mutateAsync({ connectorId: connector.id, name: name.trim(), values });
      setValues({});
      await queries.invalidateQueries({ queryKey: trpc.connections.list.queryKey() });
      const { id, name: kept, lastError: problem } = made;
      if (problem === undefined) announce(`Connected with ${kept}.`);
      else notifyError(new Error(`${kept} was made, but it does not work yet. ${problem}`));
      onCreated({ id, name: kept, problem });
    } catch {
      // Shown in the form from the mutation's own state.
    }
  };

  return (
    <form
      ref={first}
      onSubmit={submit}
      noValidate
      aria-label={`Connect to ${connector.name}`}
      className="grid gap-4"
    >
      <div className="flex items-center gap-3">
        <BrandTile name={connector.name} color={connector.brandColor} iconUrl={connector.iconUrl} size={32} />
        <h3 className="text-panel">Connect to {connector.name}</h3>
      </div>
      <Field
        label="Connection name"
        required
        error={(touched && wrongName) || (failure?.field === 'name' ? failure.message : undefined)}
      >
        <Input value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      {connector.parameters.map((parameter) => (
        <ParameterField
          key={parameter.name}
          parameter={parameter}
          value={values[parameter.name] ?? ''}
          error={touched && missing.includes(parameter) ? `${parameter.label} is required.` : undefined}
          onChange={(value) => setValues({ ...values, [parameter.name]: value })}
        />
      ))}
      <SignInNote connector={connector} />
      {failure && failure.field !== 'name' && (
        <p role="alert" className="text-err">
          {failure.message}
        </p>
      )}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={create.isPending}>
          {submitLabel}
        </Button>
        {onCancel && <Button onClick={onCancel}>Cancel</Button>}
      </div>
    </form>
  );
}

/** What the form says where there is nothing to fill in, and where what is filled in does not sign calls. */
function SignInNote({ connector: { security, parameters } }: Pick<ConnectionFormProps, 'connector'>) {
  if (security.type === 'unsupported')
    return (
      <p className="text-ink2">
        The API asks for {security.name}, which connections cannot do: calls are sent without it, and the API
        may refuse them.
      </p>
    );
  return parameters.length === 0 && <p className="text-ink2">This connector needs no credentials.</p>;
}

function startValues(parameters: readonly ConnectionParameter[]): Record<string, string> {
  return Object.fromEntries(
    parameters.flatMap((parameter) =>
      parameter.default === undefined ? [] : [[parameter.name, parameter.default]],
    ),
  );
}

interface ParameterFieldProps {
  parameter: ConnectionParameter;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** One value of a connection; a secret is shown only while its button is held down. */
export function ParameterField({ parameter, value, error, onChange }: ParameterFieldProps) {
  const [shown, setShown] = useState(false);
  const hide = () => setShown(false);
  return (
    <Field label={parameter.label} required={parameter.required} hint={parameter.description} error={error}>
      {parameter.allowedValues ? (
        <Select value={value} onValueChange={onChange} options={parameter.allowedValues} />
      ) : (
        <Input
          mono={parameter.secret}
          masked={parameter.secret && !shown}
          autoComplete="off"
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          trailing={
            parameter.secret && value !== '' ? (
              <IconButton
                size="small"
                label={`Show ${parameter.label} while held`}
                icon={shown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
                onPointerDown={() => setShown(true)}
                onPointerUp={hide}
                onPointerLeave={hide}
                onKeyDown={(event) => event.key === ' ' && setShown(true)}
                onKeyUp={hide}
                onBlur={hide}
              />
            ) : undefined
          }
        />
      )}
    </Field>
  );
}
