// Makes a solution and opens it.
'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toUniqueName, uniqueNameError } from '@/lib/solution/unique-name';
import { useTRPC } from '../shell/trpc';
import { describeError } from '../ui/describe-error';
import { Field } from '../ui/field';
import { FormDialog } from '../ui/form-dialog';
import { Input } from '../ui/input';
import { nameError } from '../ui/name-error';
import { placeError } from '../ui/place-error';
import { Select } from '../ui/select';
import { useForgetAfter } from '../ui/use-forget-after';
import { useKept } from '../ui/use-kept';

/** The name follows the display name until it is written itself. */
const blank = { displayName: '', ownName: '', publisher: '' };

const serverFields = { displayName: 'displayName', uniqueName: 'name', publisherId: 'publisher' } as const;

export function NewSolutionDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const publishers = useQuery(trpc.solutions.publishers.queryOptions());
  const form = useKept('new-solution', blank);
  const markSent = useForgetAfter(form, { forget: onClose });
  const [isTried, setTried] = useState(false);
  const { displayName, ownName } = form.value;
  const name = ownName || (displayName.trim() === '' ? '' : toUniqueName(displayName));
  const publisher = form.value.publisher || (publishers.data?.[0]?.id ?? '');
  const create = useMutation({
    ...trpc.solutions.create.mutationOptions(),
    onSuccess: ({ id }) => {
      markSent();
      queryClient.invalidateQueries({ queryKey: trpc.solutions.pathKey() });
      router.push(`/solutions/${id}`);
    },
  });
  const { byField, elsewhere } = placeError(create.error, serverFields);
  const wrongDisplayName = nameError('Display name', displayName);
  const wrongName = name === '' && displayName.trim() === '' ? undefined : uniqueNameError(name);

  const change = (part: Partial<typeof blank>) => {
    form.set({ ...form.value, ...part });
    if (create.isError) create.reset();
  };
  const submit = () => {
    setTried(true);
    if (wrongDisplayName || wrongName || publisher === '' || create.isPending || create.isSuccess) return;
    create.mutate({ displayName: displayName.trim(), uniqueName: name, publisherId: publisher });
  };
  const close = () => {
    form.forget();
    onClose();
  };
  return (
    <FormDialog
      title="New solution"
      submitLabel="Create"
      busy={create.isPending || create.isSuccess}
      onSubmit={submit}
      onClose={close}
    >
      <div className="flex flex-col gap-4">
        <Field
          label="Display name"
          required
          error={(isTried || displayName !== '' ? wrongDisplayName : undefined) ?? byField.displayName}
        >
          <Input value={displayName} onChange={(event) => change({ displayName: event.target.value })} />
        </Field>
        <Field
          label="Name"
          required
          error={wrongName ?? byField.name}
          hint="Letters, digits and underscores. Other environments know the solution by it."
        >
          <Input
            mono
            spellCheck={false}
            value={name}
            onChange={(event) => change({ ownName: event.target.value.trim() })}
          />
        </Field>
        <Field
          label="Publisher"
          required
          error={publishers.error ? describeError(publishers.error).message : byField.publisher}
          hint="Stands behind the solution when it moves to another environment."
        >
          <Select
            value={publisher}
            onValueChange={(chosen) => change({ publisher: chosen })}
            options={(publishers.data ?? []).map((one) => ({ value: one.id, label: one.displayName }))}
          />
        </Field>
        {elsewhere && (
          <p role="alert" className="text-err">
            {elsewhere}
          </p>
        )}
      </div>
    </FormDialog>
  );
}
