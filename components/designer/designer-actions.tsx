// Undo, redo, checker, Save, Run and more, at the right of the top bar.
'use client';
import { Play, Redo2, Undo2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { CheckerButton } from './checker/checker-button';
import { DesignerMenu } from './designer-menu';
import { useDesigner, useDesignerContext } from './store/designer-context';
import { redoStep, undoStep } from './store/gestures';
import type { LoadedDraft } from './store/save-state';
import type { Publish } from './use-publish';

interface DesignerActionsProps {
  publish: Publish;
  flush(): Promise<boolean>;
  fetchStored(): Promise<LoadedDraft>;
}

export function DesignerActions({ publish, flush, fetchStored }: DesignerActionsProps) {
  const { store } = useDesignerContext();
  const past = useDesigner((state) => state.history.past.at(-1)?.name);
  const future = useDesigner((state) => state.history.future.at(-1)?.name);
  return (
    <>
      <IconButton
        icon={<Undo2 aria-hidden="true" />}
        label="Undo"
        tooltip={past ? `Undo: ${past} (Ctrl Z)` : undefined}
        disabledReason={past ? undefined : 'Nothing to undo'}
        onClick={() => undoStep(store)}
      />
      <IconButton
        icon={<Redo2 aria-hidden="true" />}
        label="Redo"
        tooltip={future ? `Redo: ${future} (Ctrl Y)` : undefined}
        disabledReason={future ? undefined : 'Nothing to redo'}
        onClick={() => redoStep(store)}
      />
      <CheckerButton />
      <Button
        onClick={() => void publish.save()}
        busy={publish.busy}
        title="Check, store a version and make it live (Ctrl S)"
      >
        Save
      </Button>
      <Button
        variant="primary"
        icon={<Play aria-hidden="true" className="fill-current" />}
        title="Run the draft (Ctrl Enter)"
        onClick={() => store.getState().show('run')}
      >
        Run
      </Button>
      <DesignerMenu flush={flush} fetchStored={fetchStored} />
    </>
  );
}
