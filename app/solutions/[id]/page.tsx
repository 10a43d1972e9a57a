// /solutions/[id]: connectors and flows of one solution.
import { SolutionPage } from '@/components/solution/solution-page';
import { enter } from '../../enter';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await enter();
  return <SolutionPage id={id} />;
}
