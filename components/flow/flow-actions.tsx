// The buttons of a flow's page: Run, Edit, and the rest in a menu.
'use client';
import { useMutation } from '@tanstack/react-query';
import { Pencil, Play, Power, PowerOff, TextCursorInput, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTRPC } from '../shell/trpc';
import { Button, ButtonLink } from '../ui/button';
import { MenuItem, MenuSeparator } from '../ui/menu';
import { RowMenu } from '../ui/row-menu';
import { notify, notifyError } from '../ui/toast';
import { DeleteFlow, RenameFlow, useReloadFlows } from './flow-dialogs';
import { reasonNotToRun } from './reason-not-to-run';

export interface FlowActionsProps {
  flow: { id: string; name: string; state: string; version: number; solutionId?: string | null | undefined };
  onRun: () => void;
}

export function FlowActions({ flow, onRun }: FlowActionsProps) {
  const router = useRouter();
  const [open, setOpen] = useState<'rename' | 'delete'>();
  const toggle = useToggle(flow);
  const close = () => setOpen(undefined);
  const on = flow.state === 'on';
  return (
    <>
      <RowMenu name={flow.name} variant="secondary">
        <MenuItem icon={<TextCursorInput aria-hidden="true" />} onSelect={() => setOpen('rename')}>
          Rename
        </MenuItem>
        <MenuItem
          icon={on ? <PowerOff aria-hidden="true" /> : <Power aria-hidden="true" />}
          onSelect={toggle}
          disabledReason={
            flow.version === 0 ? 'Save the flow first; a draft is neither on nor off.' : undefined
          }
        >
          {on ? 'Turn off' : 'Turn on'}
        </MenuItem>
        <MenuSeparator />
        <MenuItem danger icon={<Trash2 aria-hidden="true" />} onSelect={() => setOpen('delete')}>
          Delete
        </MenuItem>
      </RowMenu>
      <ButtonLink href={`/flows/${flow.id}/edit`} icon={<Pencil aria-hidden="true" />}>
        Edit
      </ButtonLink>
      <Button
        variant="primary"
        icon={<Play aria-hidden="true" />}
        onClick={onRun}
        disabledReason={reasonNotToRun(flow)}
      >
        Run
      </Button>
      {open === 'rename' && <RenameFlow flow={flow} onClose={close} />}
      {open === 'delete' && (
        <DeleteFlow
          flow={flow}
          onClose={close}
          onDone={() => router.push(flow.solutionId ? `/solutions/${flow.solutionId}` : '/flows')}
        />
      )}
    </>
  );
}

function useToggle({ id, name, state }: FlowActionsProps['flow']): () => void {
  const trpc = useTRPC();
  const reload = useReloadFlows();
  const set = useMutation({
    ...trpc.flows.setState.mutationOptions(),
    onSuccess: (_, { state: next }) => {
      reload();
      notify(next === 'on' ? `${name} is on.` : `${name} is off. It starts no new runs.`);
    },
    onError: notifyError,
  });
  return () => set.mutate({ id, state: state === 'on' ? 'off' : 'on' });
}
