// Where a flow stands: a draft that never ran live, live, or turned off.
import { Badge } from '../ui/badge';

export type FlowStage = 'draft' | 'live' | 'off';

export function flowStage({ version, state }: { version: number; state: string }): FlowStage {
  if (version === 0) return 'draft';
  return state === 'on' ? 'live' : 'off';
}

export function FlowStageBadge({ flow }: { flow: { version: number; state: string } }) {
  switch (flowStage(flow)) {
    case 'draft':
      return <Badge dot="warn">Draft</Badge>;
    case 'live':
      return <Badge dot="ok">Live</Badge>;
    case 'off':
      return <Badge dot="neutral">Off</Badge>;
  }
}
