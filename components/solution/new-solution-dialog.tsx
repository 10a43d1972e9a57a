// Makes a solution and opens it.
'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTRPC } from '../shell/trpc';
import { describeError } from '../ui/describe-error';
import { Field } from '../ui/field';
import { FormDialog } from '../ui/form-dialog';
import { Input } from '../ui/input';
import { Select } from '../ui/select';

export function NewSolutionDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const publishers = useQuery(trpc.solutions.publishers.queryOptions());
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [tried, setTried] = useState(false);
  const publisher = chosen ?? publishers.data?.[0]?.id ?? '';
  const create = useMutation({
    ...trpc.solutions.create.mutationOptions(),
    onSuccess: ({ id }) => {
      queryClient.invalidateQueries({ queryKey: trpc.solutions.pathKey() });
      router.push(`/solutions/${id}`);
    },
  });
  const failure = create.error ? describeError(create.error).message : undefined;
  const missing = tried && name.trim() === '' ? 'Display name is required.' : undefined;
  const submit = () => {
    setTried(true);
    if (name.trim() !== '' && publisher !== '' && !create.isPending && !create.isSuccess)
      create.mutate({ displayName: name.trim(), publisherId: publisher });
  };
  return (
    <FormDialog
      title="New solution"
      submitLabel="Create"
      busy={create.isPending || create.isSuccess}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="flex flex-col gap-4">
        <Field label="Display name" required error={missing ?? failure}>
          <Input value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field
          label="Publisher"
          required
          error={publishers.error ? describeError(publishers.error).message : undefined}
          hint="Stands behind the solution when it moves to another environment."
        >
          <Select
            value={publisher}
            onValueChange={setChosen}
            options={(publishers.data ?? []).map((one) => ({ value: one.id, label: one.displayName }))}
          />
        </Field>
      </div>
    </FormDialog>
  );
}
