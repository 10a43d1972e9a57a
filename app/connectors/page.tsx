// /connectors: custom and built-in connectors.
import { ConnectorList } from '@/components/connector/list/connector-list';
import { enter } from '../enter';

export default async function Page() {
  await enter();
  return <ConnectorList />;
}
