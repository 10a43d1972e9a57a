// The connector editor on the tab that the address names; it stays mounted while tabs change.
'use client';
import { useParams } from 'next/navigation';
import { ConnectorEditorPage } from '@/components/connector/connector-editor-page';

export function EditorOfTab({ id }: { id: string }) {
  const { tab } = useParams();
  return <ConnectorEditorPage id={id} tab={typeof tab === 'string' ? tab : 'general'} />;
}
