// The editor of a connector at the tab that the address names; the address changes without a new page.
'use client';
import { usePathname } from 'next/navigation';
import { ConnectorEditorPage } from '@/components/connector/editor/connector-editor-page';

export function EditorOfTab({ id }: { id: string }) {
  const [, , , , tab = 'general'] = usePathname().split('/');
  return <ConnectorEditorPage id={id} tab={tab} />;
}
