// Goes to the place of a finding: opens its tab, chooses its operation, and puts the focus on the very field.
'use client';
import { useCallback, useEffect, useRef } from 'react';
import { announce } from '@/components/ui/live-region';
import type { Problem } from '@/lib/problem';
import { openTab } from '../editor/open-tab';
import { useEditor, useEditorStore } from '../store/editor-context';
import { createPlaces, keyOf, neighbourOf } from './problem-place';

/** Where the focus is to go, once the tab shows it. */
export interface Goal {
  tab: string;
  /** JSON Pointer of the finding. */
  at: string;
  field?: string | undefined;
}

/** The way to a finding. Who works in the Swagger editor stays there: the text shows everything. */
export function useGoTo(currentTab: string): (problem: Problem) => void {
  const store = useEditorStore();
  return useCallback(
    (problem) => {
      const { connector, stored, ledToText, select, aim } = store.getState();
      const place = createPlaces(connector)(problem);
      const isOwnText = currentTab === 'swagger' && !ledToText;
      const tab = isOwnText ? 'swagger' : place.tab;
      store.setState({ ledToText: tab === 'swagger' && !isOwnText });
      aim({ tab, at: problem.at, field: place.field });
      if (place.operation !== undefined) select(place.operation);
      const query = place.operation === undefined ? '' : `?operation=${encodeURIComponent(place.operation)}`;
      openTab(`/connectors/${stored.id}/edit/${tab}${tab === 'definition' ? query : ''}`);
    },
    [store, currentTab],
  );
}

/** F8 and Shift F8: the next and the former finding, gravest first. */
export function useProblemKeys(currentTab: string): void {
  const store = useEditorStore();
  const goTo = useGoTo(currentTab);
  const current = useRef<{ key: string; index: number }>(undefined);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const next = neighbourOf(store.getState().problems, {
        current: current.current,
        step: event.shiftKey ? -1 : 1,
      });
      if (!next) {
        announce('No errors, no warnings, no notes.');
        return;
      }
      current.current = { key: keyOf(next.problem), index: next.index };
      announce(`${next.index + 1} of ${next.count}: ${next.problem.message}`);
      goTo(next.problem);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store, goTo]);
}

/** Puts the focus where the goal is, as soon as `currentTab` is the goal's and shows it. The text has its own way. */
export function useGoalFocus(currentTab: string): void {
  const store = useEditorStore();
  const goal = useEditor((state) => state.goal);
  useEffect(() => {
    if (currentTab !== 'swagger') return () => undefined;
    return () => store.setState({ ledToText: false });
  }, [store, currentTab]);
  useEffect(() => {
    if (!goal || goal.tab === 'swagger' || goal.tab !== currentTab) return;
    // A row that holds the field opens first; that takes a frame.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        focusOn(goal);
        store.getState().aim(undefined);
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [store, goal, currentTab]);
}

const controls = 'input, textarea, select, button, [tabindex="0"]';

function focusOn({ at, field }: Goal): void {
  const place = field ? document.querySelector(`[data-field="${field}"]`) : nearestTo(at);
  const control = place?.matches(controls) ? place : place?.querySelector(controls);
  if (!(control instanceof HTMLElement)) return;
  control.focus();
  control.scrollIntoView({ block: 'center' });
}

/** The element whose `data-at` names the place, or the innermost one around it. */
function nearestTo(at: string): Element | undefined {
  let nearest: Element | undefined;
  let length = -1;
  for (const element of document.querySelectorAll('[data-at]')) {
    const pointer = element.getAttribute('data-at') ?? '';
    if (pointer.length <= length || (at !== pointer && !at.startsWith(`${pointer}/`))) continue;
    nearest = element;
    length = pointer.length;
  }
  return nearest;
}
