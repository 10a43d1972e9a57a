// Shows the step that failed or waits for a decision, once, unless a step was chosen already.
'use client';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { DesignerStore } from '@/components/designer/store/designer-store';
import type { RunStore } from './run-store';

export function useFailedStep(store: DesignerStore, runStore: RunStore) {
  const name = useStore(runStore, (view) => view.trouble?.name);
  const shown = useRef(false);
  useEffect(() => {
    if (name === undefined || shown.current) return;
    shown.current = true;
    const { selected, select } = store.getState();
    if (selected === undefined) select(name);
  }, [name, store]);
}
