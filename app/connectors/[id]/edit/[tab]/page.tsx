// Guards the route; the layout above draws it.
import { enter } from '../../../../enter';

export default async function Page({ params }: { params: Promise<{ id: string; tab: string }> }) {
  const { id, tab } = await params;
  await enter(`/connectors/${id}/edit/${tab}`);
  return null;
}
