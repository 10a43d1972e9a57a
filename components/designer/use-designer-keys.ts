// Keys that work anywhere in the designer: save, run, undo, redo, next problem.
'use client';
import { useEffect, useRef } from 'react';
import { announce } from '@/components/ui/live-region';
import { goToProblem } from './checker/checker-panel';
import { useDesignerContext } from './store/designer-context';
import type { DesignerStore } from './store/designer-store';
import { redoStep, undoStep } from './store/gestures';

interface DesignerKeys {
  onSave(): void;
  onRun(): void;
}

/** Plain inputs and code editors undo their own typing. */
function undoesItself(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('.cm-editor, [role="dialog"]')) return true;
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox')
  );
}

function stepThroughProblems(store: DesignerStore, at: { index: number }, direction: number) {
  const { problems } = store.getState();
  if (problems.length === 0) {
    announce('No errors, no warnings.');
    return;
  }
  at.index = (at.index + direction + problems.length) % problems.length;
  const problem = problems[at.index];
  if (!problem) return;
  announce(problem.message);
  goToProblem(store, problem);
}

export function useDesignerKeys(keys: DesignerKeys) {
  const { store } = useDesignerContext();
  const latest = useRef(keys);
  latest.current = keys;
  const problemAt = useRef({ index: -1 });

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const command = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (event.key === 'F8') {
        event.preventDefault();
        stepThroughProblems(store, problemAt.current, event.shiftKey ? -1 : 1);
      } else if (command && key === 's') {
        event.preventDefault();
        latest.current.onSave();
      } else if (command && event.key === 'Enter') {
        event.preventDefault();
        latest.current.onRun();
      } else if (command && (key === 'z' || key === 'y') && !undoesItself(event.target)) {
        event.preventDefault();
        if (key === 'y' || event.shiftKey) redoStep(store);
        else undoStep(store);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [store]);
}
