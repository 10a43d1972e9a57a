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
import { nameError } from '../ui/name-error';
import { type RadioCard, RadioCards } from '../ui/radio-cards';
import { useKept } from '../ui/use-kept';

type Trigger = 'button' | 'http';
/** What was typed and chosen; a type, since it is kept as JSON. */
type NewFlow = { name: string; trigger: Trigger };

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
  const kept = useKept<NewFlow>(`new-flow.${solutionId ?? ''}`, { name: '', trigger: 'button' });
  const { name, trigger } = kept.value;
  const [tried, setTried] = useState(false);
  const create = useMutation({
    ...trpc.flows.create.mutationOptions(),
    onSuccess: ({ id }) => {
      kept.forget();
      for (const noun of [trpc.flows, trpc.solutions])
        queryClient.invalidateQueries({ queryKey: noun.pathKey() });
      router.push(`/flows/${id}/edit`);
    },
  });
  const busy = create.isPending || create.isSuccess;
  const wrongName = nameError('Flow name', name);
  const shownError = (tried || name !== '') && !busy ? wrongName : undefined;
  const submit = () => {
    setTried(true);
    if (wrongName || busy) return;
    create.mutate({ name: name.trim(), trigger, ...(solutionId === undefined ? {} : { solutionId }) });
  };
  return (
    <FormDialog
      title="New instant flow"
      submitLabel="Create"
      busy={busy}
      onSubmit={submit}
      onClose={() => {
        kept.forget();
        onClose();
      }}
    >
      <div className="flex flex-col gap-4">
        <Field
          label="Flow name"
          required
          error={shownError ?? (create.error ? describeError(create.error).message : undefined)}
        >
          <Input value={name} onChange={(event) => kept.set({ name: event.target.value, trigger })} />
        </Field>
        <RadioCards
          label="How it starts"
          value={trigger}
          onValueChange={(next) => kept.set({ name, trigger: next })}
          options={triggers}
        />
      </div>
    </FormDialog>
  );
}
