// The address that starts a flow over HTTP.
'use client';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/components/shell/trpc';
import { CopyButton } from '@/components/ui/copy-button';
import { useDesignerContext } from '../store/designer-context';

export function HookAddress() {
  const trpc = useTRPC();
  const { flowId } = useDesignerContext();
  const address = useQuery(trpc.flows.get.queryOptions({ id: flowId })).data?.hookUrl;
  return (
    <div>
      <div className="mb-1 font-medium">Address</div>
      {address ? (
        <div className="flex items-center gap-1 rounded-control border border-line bg-sunken py-1 pr-1 pl-2.5">
          <code className="min-w-0 flex-1 truncate" title={address}>
            {address}
          </code>
          <CopyButton iconOnly size="small" text={address} label="Copy the address" />
        </div>
      ) : (
        <p className="text-ink2">The address is made when the flow is saved.</p>
      )}
      {address && (
        <p className="mt-1 text-small text-ink3">
          Whoever has this address can start the flow. Keep it like a key.
        </p>
      )}
    </div>
  );
}
