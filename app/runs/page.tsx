// /runs: runs of all flows.
import { RunListPage } from '@/components/flow/run-list-page';
import { enter } from '../enter';

export default async function Page() {
  await enter();
  return <RunListPage />;
}
