// Makes an instant flow and opens it in the designer.
'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Hand, Webhook } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTRPC } from '../shell/trpc';
import { describeError } from '../ui/describe-error';
import { Field } from '../ui/field';
import { FormDialog } from '../ui/form-dialog';
import { Input } from '../ui/input';
import { type RadioCard, RadioCards } from '../ui/radio-cards';

type Trigger = 'button' | 'http';

const triggers: readonly RadioCard<Trigger>[] = [
  {
    value: 'button',
    label: 'Manually trigger a flow',
    description: 'Starts when you press Run, with inputs you define.',
    icon: <Hand aria-hidden="true" />,
  },
  {
    value: 'http',
    label: 'When an HTTP request is received',
    description: 'Starts when another system calls its address.',
    icon: <Webhook aria-hidden="true" />,
  },
];

export function NewFlowDialog({
  solutionId,
  onClose,
}: {
  solutionId?: string | undefined;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [trigger, setTrigger] = useState<Trigger>('button');
  const [tried, setTried] = useState(false);
  const create = useMutation({
    ...trpc.flows.create.mutationOptions(),
    onSuccess: ({ id }) => {
      for (const noun of [trpc.flows, trpc.solutions])
        queryClient.invalidateQueries({ queryKey: noun.pathKey() });
      router.push(`/flows/${id}/edit`);
    },
  });
  const busy = create.isPending || create.isSuccess;
  const missing = tried && name.trim() === '' ? 'Flow name is required.' : undefined;
  const submit = () => {
    setTried(true);
    if (name.trim() === '' || busy) return;
    create.mutate({ name: name.trim(), trigger, ...(solutionId === undefined ? {} : { solutionId }) });
  };
  return (
    <FormDialog title="New instant flow" submitLabel="Create" busy={busy} onSubmit={submit} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <Field
          label="Flow name"
          required
          error={missing ?? (create.error ? describeError(create.error).message : undefined)}
        >
          <Input value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
        </Field>
        <RadioCards label="How it starts" value={trigger} onValueChange={setTrigger} options={triggers} />
      </div>
    </FormDialog>
  );
}
