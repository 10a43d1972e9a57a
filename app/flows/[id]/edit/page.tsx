// /flows/[id]/edit: the designer.
import { DesignerPage } from '@/components/designer/designer-page';
import { enter } from '../../../enter';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await enter();
  return <DesignerPage id={id} />;
}
