// The run and the iteration on screen as part of the address (?run=, ?iter=For_each:2), so that a link or a reload
// shows the same.
'use client';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { readInAddress, setInAddress } from '@/components/ui/address';
import { type IterationStep, readIterationPath, toIterationPath } from '@/lib/engine/record';
import { type RunStore, showIteration, showRun } from './run-store';

/** The iteration that the address names; empty where it names none, or something else. */
export function readIterationInAddress(): IterationStep[] {
  const path = readIterationPath(readInAddress('iter') ?? '');
  return path.every(({ index }) => Number.isSafeInteger(index) && index >= 0) ? path : [];
}

/** Keeps the iteration chosen last in the address. */
export function useIterationInAddress(store: RunStore) {
  const path = useStore(store, ({ chosen }) => toIterationPath(chosen));
  useEffect(() => setInAddress('iter', path || undefined), [path]);
}

/** Shows the run that the address names, and keeps the address with the run that is shown. */
export function useRunInAddress(store: RunStore) {
  // Before the iteration is written: it is read here first.
  useEffect(() => {
    const asked = readInAddress('run');
    const path = readIterationInAddress();
    if (asked !== undefined) showRun(store, asked);
    if (asked !== undefined && path.length > 0) showIteration(store, path);
    return store.subscribe((now, before) => {
      if (now.runId !== before.runId) setInAddress('run', now.runId);
    });
  }, [store]);
  useIterationInAddress(store);
}
