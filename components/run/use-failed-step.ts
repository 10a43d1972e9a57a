// Shows the step that failed, once, unless a step was chosen already.
'use client';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { DesignerStore } from '@/components/designer/store/designer-store';
import type { RunStore } from './run-store';

export function useFailedStep(store: DesignerStore, runStore: RunStore) {
  const failed = useStore(runStore, (view) => view.run?.error?.action);
  const shown = useRef(false);
  useEffect(() => {
    if (failed === undefined || shown.current) return;
    shown.current = true;
    const { selected, select } = store.getState();
    if (selected === undefined) select(failed);
  }, [failed, store]);
}
