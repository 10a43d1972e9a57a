// Makes a connection from the list: choose the connector, then fill its form.
'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../shell/trpc';
import { BrandTile } from '../ui/brand-tile';
import { ButtonLink } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { notify } from '../ui/toast';
import { ConnectionForm } from './connection-form';
import { useConnectorFields } from './use-connector-fields';

export function NewConnectionDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const { data: connectors } = useQuery(trpc.connectors.list.queryOptions());
  const [chosen, setChosen] = useState<string>();
  const id = chosen ?? (connectors?.length === 1 ? connectors[0]?.id : undefined);
  const { fields, broken } = useConnectorFields(id);
  const done = ({ name, problem }: { name: string; problem: string | undefined }) => {
    if (problem === undefined) notify(`Connected with ${name}.`);
    onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="New connection" size="small">
      {connectors?.length === 0 ? (
        <div className="flex flex-col items-start gap-3 pb-3">
          <p className="text-ink2">There is no connector to connect to yet.</p>
          <ButtonLink href="/connectors/new">New connector</ButtonLink>
        </div>
      ) : (
        <div className="flex flex-col gap-5 pb-3">
          <Field
            label="Connector"
            error={broken ? 'This connector has errors. Correct its definition first.' : undefined}
          >
            <Select
              value={id ?? ''}
              onValueChange={setChosen}
              placeholder="Choose a connector"
              options={(connectors ?? []).map((one) => ({
                value: one.id,
                label: one.name,
                icon: <BrandTile name={one.name} color={one.brandColor} iconUrl={one.iconUrl} size={20} />,
              }))}
            />
          </Field>
          {fields && (
            <ConnectionForm
              key={fields.id}
              connector={fields}
              submitLabel="Create connection"
              onCreated={done}
              onCancel={onClose}
            />
          )}
        </div>
      )}
    </Dialog>
  );
}
