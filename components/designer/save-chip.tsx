// Draft or live, and whether what is on screen is stored.
'use client';
import { Badge } from '@/components/ui/badge';
import { clockText } from '@/components/ui/units';
import { useDesigner } from './store/designer-context';

/** `1 change`, `3 changes` */
export function countChanges(changes: number): string {
  return `${changes} ${changes === 1 ? 'change' : 'changes'}`;
}

export function SaveChip({ onRetry }: { onRetry(): void }) {
  const save = useDesigner((state) => state.save);
  const changes = useDesigner((state) => state.changes);
  const draft = useDesigner((state) => state.edited || state.version === 0 || state.changes > 0);
  return (
    <>
      <Badge dot={draft ? 'warn' : 'ok'}>{draft ? 'Draft' : 'Live'}</Badge>
      {save.state === 'failed' ? (
        <span className="truncate text-err" title={save.problem?.message}>
          Not saved, {countChanges(changes)} kept in this browser ·{' '}
          <button type="button" className="underline underline-offset-2" onClick={onRetry}>
            Retry
          </button>
        </span>
      ) : save.state === 'refused' ? (
        <span className="text-err">Not saved</span>
      ) : save.state === 'stale' ? (
        <span className="text-warn">Not saved</span>
      ) : save.state === 'saving' || changes > 0 ? (
        <span>Saving…</span>
      ) : (
        save.at !== undefined && (
          <span suppressHydrationWarning title={new Date(save.at).toLocaleString()}>
            Saved {clockText(save.at, false)}
          </span>
        )
      )}
    </>
  );
}
