// Bars over the canvas: how the last Save ended, a draft that is not stored, changes found in this browser.
'use client';
import { Button } from '@/components/ui/button';
import { clockText } from '@/components/ui/units';
import { NoticeBar } from './notice-bar';
import { countChanges } from './save-chip';
import { SaveNotices } from './save-notices';
import { useDesigner, useDesignerContext } from './store/designer-context';
import type { LoadedDraft } from './store/save-state';
import type { Leftovers } from './store/use-leftovers';
import { countErrors, type Publish } from './use-publish';

interface DesignerNoticesProps {
  publish: Publish;
  leftovers: Leftovers | undefined;
  fetchStored(): Promise<LoadedDraft>;
  onRetry(): void;
}

export function DesignerNotices({ publish, leftovers, fetchStored, onRetry }: DesignerNoticesProps) {
  return (
    <>
      <PublishBar publish={publish} />
      <SaveNotices fetchStored={fetchStored} onRetry={onRetry} />
      {leftovers && <LeftoverBar leftovers={leftovers} />}
    </>
  );
}

function PublishBar({ publish }: { publish: Publish }) {
  const { store } = useDesignerContext();
  const errors = useDesigner((state) => state.problems.filter(({ severity }) => severity === 'error').length);
  const dismiss = (
    <Button size="small" variant="ghost" onClick={publish.dismiss}>
      Dismiss
    </Button>
  );
  if (publish.outcome === 'ready') {
    return (
      <NoticeBar tone="ok" text="Your flow is ready to go. We recommend you test it.">
        <Button size="small" onClick={() => store.getState().show('run')}>
          Test it
        </Button>
        {dismiss}
      </NoticeBar>
    );
  }
  if (publish.outcome === 'errors') {
    return (
      <NoticeBar
        tone="error"
        text={`${countErrors(errors)} to correct before this flow goes live. The draft is kept.`}
      >
        <Button size="small" onClick={() => store.getState().show('checker')}>
          Show in flow checker
        </Button>
        {dismiss}
      </NoticeBar>
    );
  }
  if (publish.outcome === 'newer') {
    return (
      <NoticeBar
        tone="warning"
        text="This flow was changed in another window. This is its newest version, and nothing was made live."
      >
        <Button size="small" onClick={() => void publish.save()}>
          Save this one
        </Button>
        {dismiss}
      </NoticeBar>
    );
  }
  return null;
}

function LeftoverBar({ leftovers: { entry, older, use, forget } }: { leftovers: Leftovers }) {
  const made = `This browser kept ${countChanges(entry.changes)} from ${clockText(entry.at, false)}`;
  return (
    <NoticeBar
      tone="warning"
      text={older ? `${made}, made before the flow was changed elsewhere.` : `${made} that were not saved.`}
    >
      <Button size="small" onClick={use}>
        Use mine
      </Button>
      <Button size="small" variant="ghost" onClick={forget}>
        Forget them
      </Button>
    </NoticeBar>
  );
}
