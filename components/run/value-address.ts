// Where the whole of one value of a run can be downloaded: the address that server/http/download-handler.ts answers.
import { type IterationStep, toIterationPath } from '@/lib/engine/record';

interface ValueOf {
  runId: string;
  name: string;
  iteration: readonly IterationStep[];
  side: 'inputs' | 'outputs';
}

export function valueAddress({ runId, name, iteration, side }: ValueOf): string {
  const address = `/api/runs/${runId}/records/${encodeURIComponent(name)}/${side}`;
  return iteration.length === 0
    ? address
    : `${address}?iteration=${encodeURIComponent(toIterationPath(iteration))}`;
}
