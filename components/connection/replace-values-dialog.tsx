// New credentials for a connection. The old ones cannot be read; flows go on with the new ones.
'use client';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTRPC } from '../shell/trpc';
import { describeError } from '../ui/describe-error';
import { FormDialog } from '../ui/form-dialog';
import { placeError } from '../ui/place-error';
import { SeverityIcon } from '../ui/severity-icon';
import { SkeletonRows } from '../ui/skeleton';
import { notify, notifyError } from '../ui/toast';
import { ParameterField } from './connection-form';
import { useConnectorFields } from './use-connector-fields';
import { useReloadConnections } from './use-reload-connections';

export interface ReplaceValuesDialogProps {
  connection: { id: string; name: string; connectorId: string; lastError?: string | undefined };
  onClose: () => void;
}

export function ReplaceValuesDialog({ connection, onClose }: ReplaceValuesDialogProps) {
  const trpc = useTRPC();
  const reload = useReloadConnections();
  const { fields, error, broken } = useConnectorFields(connection.connectorId);
  const [values, setValues] = useState<Record<string, string>>({});
  const [tried, setTried] = useState(false);
  const replace = useMutation({
    ...trpc.connections.replaceValues.mutationOptions(),
    onSuccess: ({ lastError }) => {
      reload();
      onClose();
      if (lastError !== undefined) notifyError(new Error(lastError));
      else notify(`${connection.name} uses the new key from now on.`);
    },
  });
  const parameters = fields?.parameters ?? [];
  const form = useRef<HTMLDivElement>(null);
  // The fields come a moment after the window; the cursor belongs in the first.
  useEffect(() => {
    if (fields) form.current?.querySelector('input')?.focus();
  }, [fields]);
  const isMissing = (name: string) => (values[name] ?? '').trim() === '';
  const submit = () => {
    setTried(true);
    if (replace.isPending || !fields || parameters.some((one) => one.required && isMissing(one.name))) return;
    replace.mutate({ id: connection.id, values });
  };
  const placed = placeError(
    replace.error,
    Object.fromEntries(parameters.map(({ name }) => [`values.${name}`, name])),
  );
  const sentence = broken
    ? 'The connector has errors. Correct its definition first.'
    : error
      ? describeError(error).message
      : placed.elsewhere;
  return (
    <FormDialog
      title={`Replace the key of ${connection.name}`}
      description="The stored key cannot be shown. Flows go on with the new one."
      submitLabel="Replace key"
      busy={replace.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <div ref={form} className="flex flex-col gap-4">
        {connection.lastError && !replace.error && (
          <p className="flex items-start gap-2 text-ink2">
            <SeverityIcon severity="error" decorative className="mt-0.5" />
            <span className="min-w-0">{connection.lastError}</span>
          </p>
        )}
        {!fields && !sentence && <SkeletonRows rows={1} />}
        {parameters.map((parameter) => (
          <ParameterField
            key={parameter.name}
            parameter={parameter}
            value={values[parameter.name] ?? ''}
            error={
              tried && parameter.required && isMissing(parameter.name)
                ? `${parameter.label} is required.`
                : placed.byField[parameter.name]
            }
            onChange={(value) => {
              setValues({ ...values, [parameter.name]: value });
              if (replace.isError) replace.reset();
            }}
          />
        ))}
        {fields && parameters.length === 0 && <p className="text-ink2">This connector needs no key.</p>}
        {sentence && (
          <p role="alert" className="text-err">
            {sentence}
          </p>
        )}
      </div>
    </FormDialog>
  );
}
