// /connectors/new: makes a custom connector.
import { NewConnectorPage } from '@/components/connector/import/new-connector-page';
import { enter } from '../../enter';

export default async function Page() {
  await enter();
  return <NewConnectorPage />;
}
