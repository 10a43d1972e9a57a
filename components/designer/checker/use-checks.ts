// Runs the checker a moment after each change and keeps what it found in the store.
'use client';
import { useEffect } from 'react';
import { useDesigner, useDesignerContext } from '../store/designer-context';
import { useCurrentProblems } from '../store/use-current-problems';

const delayMs = 180;

export function useChecks() {
  const { store } = useDesignerContext();
  const { check } = useCurrentProblems();
  const flow = useDesigner((state) => state.flow);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each flow is checked
  useEffect(() => {
    const timer = setTimeout(() => store.getState().setProblems(check()), delayMs);
    return () => clearTimeout(timer);
  }, [flow, check, store]);
}
