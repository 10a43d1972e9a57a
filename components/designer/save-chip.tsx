// Draft or live, and whether what is on screen is stored.
'use client';
import { Badge } from '@/components/ui/badge';
import { clockText } from '@/components/ui/units';
import { useDesigner } from './store/designer-context';

interface SaveChipProps {
  /** A version of this flow is live. */
  live: boolean;
  /** The draft differs from the live version. */
  edited: boolean;
  onRetry(): void;
}

export function SaveChip({ live, edited, onRetry }: SaveChipProps) {
  const save = useDesigner((state) => state.save);
  const changes = useDesigner((state) => state.changes);
  const draft = edited || !live || changes > 0;
  return (
    <>
      <Badge dot={draft ? 'warn' : 'ok'}>{draft ? 'Draft' : 'Live'}</Badge>
      {save.state === 'failed' ? (
        <span className="text-err">
          Not saved, {changes} {changes === 1 ? 'change' : 'changes'} kept in this browser ·{' '}
          <button type="button" className="underline underline-offset-2" onClick={onRetry}>
            Retry
          </button>
        </span>
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
