// /connectors/[id]/update: takes a newer OpenAPI file into a connector.
import { ConnectorUpdatePage } from '@/components/connector/import/connector-update-page';
import { enter } from '../../../enter';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await enter();
  return <ConnectorUpdatePage id={id} />;
}
