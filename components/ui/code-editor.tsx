// CodeMirror for JSON and YAML, loaded when first shown. Marks come from the same checks as the forms.
'use client';
import dynamic from 'next/dynamic';
import type { CodeEditorProps } from './code-editor-view';
import { Skeleton } from './skeleton';

const View = dynamic(() => import('./code-editor-view').then((module) => module.CodeEditorView), {
  ssr: false,
  loading: () => (
    <div className="flex flex-col gap-2 p-3">
      <Skeleton className="w-48" />
      <Skeleton className="ml-4 w-64" />
      <Skeleton className="ml-4 w-40" />
    </div>
  ),
});

export function CodeEditor(props: CodeEditorProps) {
  return <View {...props} />;
}
