// /connections: every connection of the environment.
import { ConnectionListPage } from '@/components/connection/connection-list-page';
import { enter } from '../enter';

export default async function Page() {
  await enter();
  return <ConnectionListPage />;
}
