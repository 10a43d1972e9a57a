// The editor lives in the layout, so that going from tab to tab keeps its state; the tab is read from the address.
import type { ReactNode } from 'react';
import { EditorOfTab } from './editor-of-tab';

interface Props {
  params: Promise<{ id: string }>;
  children: ReactNode;
}

export default async function Layout({ params, children }: Props) {
  const { id } = await params;
  return (
    <>
      <EditorOfTab id={id} />
      {children}
    </>
  );
}
