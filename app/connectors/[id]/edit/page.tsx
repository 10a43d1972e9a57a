// /connectors/[id]/edit: leads to the first tab.
import { redirect } from 'next/navigation';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  redirect(`/connectors/${id}/edit/general`);
}
