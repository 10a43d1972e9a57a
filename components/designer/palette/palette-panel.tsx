// The palette at the left of the canvas: what is picked goes behind the selected step.
'use client';
import { useCallback } from 'react';
import { placeAfter } from '../step/insert-place';
import { useDesignerContext } from '../store/designer-context';
import { PaletteContent } from './palette-content';
import { useAddStep } from './use-add-step';

export function PalettePanel() {
  const { store } = useDesignerContext();
  const addStep = useAddStep();
  const pick = useCallback(
    (id: string) => {
      const { flow, selected } = store.getState();
      addStep(id, placeAfter(flow.definition, selected));
    },
    [addStep, store],
  );
  return (
    <aside
      aria-label="Steps to add"
      className="hidden w-72 shrink-0 flex-col border-r border-line bg-surface min-[1100px]:flex"
    >
      <PaletteContent onPick={pick} />
    </aside>
  );
}
