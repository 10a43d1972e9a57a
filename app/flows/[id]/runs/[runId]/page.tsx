// /flows/[id]/runs/[runId]: one run on the canvas.
import { RunPage } from '@/components/run/run-page';
import { enter } from '../../../../enter';

export default async function Page({ params }: { params: Promise<{ id: string; runId: string }> }) {
  const { id, runId } = await params;
  await enter();
  return <RunPage flowId={id} runId={runId} />;
}
