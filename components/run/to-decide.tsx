// How many calls wait for somebody's decision, wherever a flow or run is listed.
import { StatusIcon } from '@/components/ui/status-icon';

export function ToDecide({ calls }: { calls: number }) {
  if (calls === 0) return null;
  return (
    <span className="flex items-center gap-1 whitespace-nowrap text-warn">
      <StatusIcon status="InDoubt" decorative />
      {calls} to decide
    </span>
  );
}
