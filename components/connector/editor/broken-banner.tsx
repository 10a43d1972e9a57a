// Says, above the tabs, that the Swagger editor holds a text that does not read, and what becomes of it.
'use client';
import { useEffect } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { announce } from '@/components/ui/live-region';
import { useEditor, useEditorStore } from '../store/editor-context';

const explanation = 'Correct the text, or give it up, to edit here again.';

export function BrokenBanner() {
  const store = useEditorStore();
  const broken = useEditor((state) => state.broken);
  const hasConnector = useEditor((state) => state.connector !== undefined);
  const refused = useEditor((state) => state.refused);
  const id = useEditor((state) => state.stored.id);
  useEffect(() => {
    if (refused > 0) announce(explanation, true);
  }, [refused]);
  if (!broken) return null;
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-3 border-b border-line bg-warn-soft px-4 py-2 text-warn"
    >
      <div className="min-w-0 flex-1">
        <p className="font-semibold">The Swagger editor holds a text that does not read.</p>
        <p>
          {broken.problems[0]?.message} {hasConnector && explanation}
        </p>
      </div>
      <ButtonLink size="small" variant="secondary" href={`/connectors/${id}/edit/swagger`}>
        Correct the text
      </ButtonLink>
      {hasConnector && (
        <Button size="small" onClick={() => store.getState().discardText()}>
          Give it up
        </Button>
      )}
    </div>
  );
}
