// Runs the checker a moment after each change and keeps what it found in the store.
'use client';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useUnstoredStore } from '../fields/use-unstored';
import { useDesigner, useDesignerContext } from '../store/designer-context';
import { useCurrentProblems } from '../store/use-current-problems';

const delayMs = 180;

export function useChecks() {
  const { store } = useDesignerContext();
  const { check } = useCurrentProblems();
  const flow = useDesigner((state) => state.flow);
  const unstored = useStore(useUnstoredStore(), (state) => state.entries);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each flow is checked, with what is not yet in it
  useEffect(() => {
    const timer = setTimeout(() => store.getState().setProblems(check()), delayMs);
    return () => clearTimeout(timer);
  }, [flow, unstored, check, store]);
}
