// /flows/[id]: facts and history of one flow.
import { FlowPage } from '@/components/flow/flow-page';
import { enter } from '../../enter';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await enter();
  return <FlowPage id={id} />;
}
