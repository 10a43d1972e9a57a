// Bars about a draft that the server does not have: refused, or stored by another window first.
'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import type { ErrorDescription } from '@/components/ui/describe-error';
import { notifyError } from '@/components/ui/toast';
import { NoticeBar } from './notice-bar';
import { useDesigner, useDesignerContext } from './store/designer-context';
import type { DesignerStore } from './store/designer-store';
import { keepMine, takeTheirs } from './store/follow-server';
import type { LoadedDraft } from './store/save-state';

interface SaveNoticesProps {
  fetchStored(): Promise<LoadedDraft>;
  onRetry(): void;
}

export function SaveNotices({ fetchStored, onRetry }: SaveNoticesProps) {
  const { state, problem } = useDesigner((now) => now.save);
  if (state === 'stale') return <StaleBar fetchStored={fetchStored} />;
  // Where nothing was answered, the chip and the banner of the whole page say it.
  return problem?.answered ? <RefusedBar problem={problem} onRetry={onRetry} /> : null;
}

function RefusedBar({ problem, onRetry }: { problem: ErrorDescription; onRetry(): void }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { store } = useDesignerContext();
  const isConnection = problem.field?.startsWith('references') ?? false;
  const isGone = problem.code === 'NOT_FOUND' && !isConnection;
  useEffect(() => {
    // The checker then names the steps that use it.
    if (isConnection) void client.invalidateQueries({ queryKey: trpc.connections.pathKey() });
  }, [isConnection, client, trpc]);
  return (
    <NoticeBar tone="error" text={`Not saved. ${problem.message} The draft is kept in this browser.`}>
      {isConnection && (
        <Button size="small" onClick={() => store.getState().show('checker')}>
          Show the steps
        </Button>
      )}
      {isGone && (
        <CopyButton size="small" text={() => store.getState().toText()} label="Copy the definition" />
      )}
      <Button size="small" onClick={onRetry}>
        Try again
      </Button>
    </NoticeBar>
  );
}

/** Someone stored first: take theirs, or store mine over it. Either can be taken back with Undo. */
function StaleBar({ fetchStored }: Pick<SaveNoticesProps, 'fetchStored'>) {
  const { store } = useDesignerContext();
  const decide = (decision: (store: DesignerStore, theirs: LoadedDraft) => void) => () => {
    fetchStored().then((theirs) => decision(store, theirs), notifyError);
  };
  return (
    <NoticeBar
      tone="warning"
      text="This flow was changed in another window. Your changes are kept in this browser."
    >
      <Button size="small" onClick={decide(takeTheirs)}>
        Take the other version
      </Button>
      <Button size="small" onClick={decide(keepMine)}>
        Keep mine
      </Button>
    </NoticeBar>
  );
}
