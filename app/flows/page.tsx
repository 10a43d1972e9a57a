// /flows: every flow of the environment.
import { FlowListPage } from '@/components/flow/flow-list-page';
import { enter } from '../enter';

export default async function Page() {
  await enter();
  return <FlowListPage />;
}
