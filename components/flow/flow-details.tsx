// The facts of a flow.
'use client';
import Link from 'next/link';
import { CopyButton } from '../ui/copy-button';
import { Facts } from '../ui/facts';
import { Panel } from '../ui/panel';
import { RelativeTime } from '../ui/relative-time';

export interface FlowDetailsProps {
  flow: {
    trigger: { label: string };
    version: number;
    edited: boolean;
    owner: string;
    createdAt: number;
    modifiedAt: number;
    solutionId?: string | null | undefined;
    solutionName?: string | undefined;
    hookUrl?: string | undefined;
  };
}

export function FlowDetails({ flow }: FlowDetailsProps) {
  const version =
    flow.version === 0
      ? 'Draft, not saved yet'
      : `Version ${flow.version}${flow.edited ? ', with a newer draft' : ''}`;
  return (
    <Panel title="Details" padded>
      <Facts
        items={[
          { label: 'Trigger', value: flow.trigger.label },
          { label: 'Version', value: version },
          { label: 'Solution', value: <SolutionLink id={flow.solutionId} name={flow.solutionName} /> },
          { label: 'Owner', value: flow.owner },
          { label: 'Created', value: <RelativeTime time={flow.createdAt} /> },
          { label: 'Modified', value: <RelativeTime time={flow.modifiedAt} /> },
        ]}
      />
      {flow.hookUrl && (
        <div className="mt-4">
          <p className="text-ink3">Address that starts it (POST)</p>
          <div className="mt-1 flex items-center gap-1 rounded-control bg-sunken py-0.5 pr-0.5 pl-2">
            <code className="min-w-0 flex-1 truncate" title={flow.hookUrl}>
              {flow.hookUrl}
            </code>
            <CopyButton iconOnly size="small" label="Copy address" text={flow.hookUrl} />
          </div>
          <p className="mt-1 text-small text-ink3">Who knows this address can start the flow.</p>
        </div>
      )}
    </Panel>
  );
}

function SolutionLink({ id, name }: { id?: string | null | undefined; name?: string | undefined }) {
  if (!id) return <span className="text-ink3">none</span>;
  return (
    <Link href={`/solutions/${id}`} className="text-accent hover:underline">
      {name}
    </Link>
  );
}
