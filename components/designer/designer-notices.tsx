// Bars over the canvas: ready to go, changed elsewhere, changes found in this browser.
'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/class-names';
import { SeverityIcon } from '@/components/ui/severity-icon';
import { StatusIcon } from '@/components/ui/status-icon';
import { notifyError } from '@/components/ui/toast';
import { clockText } from '@/components/ui/units';
import { type OpenFlow, toFlow } from './open-flow';
import { useDesigner, useDesignerContext } from './store/designer-context';
import type { JournalEntry } from './store/journal';
import type { Publish } from './use-publish';

interface DesignerNoticesProps {
  flow: OpenFlow;
  publish: Publish;
  leftover: JournalEntry | undefined;
  onLeftover(use: boolean): void;
}

export function DesignerNotices({ flow, publish, leftover, onLeftover }: DesignerNoticesProps) {
  const { store } = useDesignerContext();
  const stale = useDesigner((state) => state.save.state === 'stale');
  return (
    <>
      {publish.ready && (
        <Bar tone="bg-ok-soft text-ok" icon={<StatusIcon status="Succeeded" decorative />}>
          <span className="flex-1">Your flow is ready to go. We recommend you test it.</span>
          <Button size="small" onClick={() => store.getState().show('run')}>
            Test it
          </Button>
          <Button size="small" variant="ghost" onClick={publish.dismiss}>
            Dismiss
          </Button>
        </Bar>
      )}
      {stale && <StaleBar flow={flow} />}
      {leftover && (
        <Bar tone="bg-warn-soft text-warn" icon={<SeverityIcon severity="warning" decorative />}>
          <span className="flex-1">
            This browser kept {leftover.changes} unsaved {leftover.changes === 1 ? 'change' : 'changes'} from{' '}
            {clockText(leftover.at, false)}, made before the flow was changed elsewhere.
          </span>
          <Button size="small" onClick={() => onLeftover(true)}>
            Use mine
          </Button>
          <Button size="small" variant="ghost" onClick={() => onLeftover(false)}>
            Forget them
          </Button>
        </Bar>
      )}
    </>
  );
}

function Bar({ tone, icon, children }: { tone: string; icon: ReactNode; children: ReactNode }) {
  return (
    <div role="status" className={cx('flex items-center gap-2 border-b border-line px-4 py-1.5', tone)}>
      {icon}
      {children}
    </div>
  );
}

/** Someone stored first: take theirs, or store mine over it. Both can be undone in the history of versions or here. */
function StaleBar({ flow }: { flow: OpenFlow }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { store } = useDesignerContext();
  const fetchTheirs = () => client.fetchQuery(trpc.flows.get.queryOptions({ id: flow.id }, { staleTime: 0 }));

  async function takeTheirs() {
    const theirs = await fetchTheirs();
    store.getState().load({
      flow: toFlow(theirs),
      definitionText: theirs.definitionText,
      revision: theirs.revision,
      at: theirs.modifiedAt,
    });
  }

  async function keepMine() {
    const mine = store.getState().flow;
    const theirs = await fetchTheirs();
    const { load, apply } = store.getState();
    load({
      flow: toFlow(theirs),
      definitionText: theirs.definitionText,
      revision: theirs.revision,
      at: theirs.modifiedAt,
    });
    apply({
      type: 'set-definition',
      definition: mine.definition,
      connectionReferences: mine.connectionReferences,
    });
  }

  return (
    <Bar tone="bg-warn-soft text-warn" icon={<SeverityIcon severity="warning" decorative />}>
      <span className="flex-1">
        This flow was changed in another window. Your changes are kept in this browser.
      </span>
      <Button size="small" onClick={() => void takeTheirs().catch(notifyError)}>
        Take the other version
      </Button>
      <Button size="small" onClick={() => void keepMine().catch(notifyError)}>
        Keep mine
      </Button>
    </Bar>
  );
}
