// Which connections a flow uses, and whether they work: of its live version, or of the draft before there is one.
'use client';
import { useQuery } from '@tanstack/react-query';
import { UsedConnection } from '../run/used-connection';
import { useTRPC } from '../shell/trpc';
import { Panel } from '../ui/panel';
import { QueryRegion } from '../ui/query-region';

export function ConnectionsUsed({ flow }: { flow: { id: string; version: number } }) {
  const trpc = useTRPC();
  const form = useQuery(trpc.flows.runForm.queryOptions({ id: flow.id, draft: flow.version === 0 }));
  return (
    <Panel title="Connections">
      <QueryRegion query={form} what="The connections">
        {({ connections }) =>
          connections.length === 0 ? (
            <p className="border-t border-line px-4 py-3 text-ink2">
              No step of this flow needs a connection.
            </p>
          ) : (
            <ul>
              {connections.map((connection) => (
                <li key={connection.key} className="flex items-center gap-3 border-t border-line px-4 py-2">
                  <UsedConnection connection={connection} size={24} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryRegion>
    </Panel>
  );
}
