// /solutions: every solution of the environment.
import { SolutionListPage } from '@/components/solution/solution-list-page';
import { enter } from '../enter';

export default async function Page() {
  await enter();
  return <SolutionListPage />;
}
