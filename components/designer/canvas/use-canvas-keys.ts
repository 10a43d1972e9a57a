// The keys of the canvas. Keys that also work elsewhere (save, undo, run) are the designer's own.
'use client';
import { type KeyboardEvent, type RefObject, useCallback } from 'react';
import type { Layout } from '@/lib/flow/layout';
import { placeAfter } from '../step/insert-place';
import { isTriggerName } from '../step/step-face';
import { useDesignerContext } from '../store/designer-context';
import type { DesignerStore } from '../store/designer-store';
import { deleteStep } from '../store/gestures';
import { type Direction, findNeighbour } from './neighbour';

const directions: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
};

/** The card of a step, when it is drawn. */
export function findCard(root: ParentNode | null, name: string): HTMLElement | undefined {
  return root?.querySelector<HTMLElement>(`[data-step="${CSS.escape(name)}"]`) ?? undefined;
}

/** Puts the focus on a card once it is drawn. */
export function focusCard(root: ParentNode | null, name: string) {
  requestAnimationFrame(() => findCard(root, name)?.focus({ preventScroll: true }));
}

function addAfter(store: DesignerStore, root: ParentNode | null, name: string) {
  const anchor = findCard(root, name);
  const { flow, beginAdd } = store.getState();
  if (anchor) beginAdd({ place: placeAfter(flow.definition, name), anchor });
}

export function useCanvasKeys(frame: RefObject<HTMLDivElement | null>, layout: Layout) {
  const { store } = useDesignerContext();
  return useCallback(
    (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : undefined;
      const name = target?.dataset.step;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const state = store.getState();
      if (event.key === 'Escape' && state.selected !== undefined && name !== undefined) {
        event.preventDefault();
        state.select(undefined);
        return;
      }
      if (name === undefined) return;
      const direction = directions[event.key];
      if (direction) {
        const cards = layout.nodes.filter((node) => node.kind !== 'add' && node.kind !== 'branch');
        const next = findNeighbour(cards, name, direction);
        event.preventDefault();
        if (next === undefined) return;
        state.select(next);
        focusCard(frame.current, next);
      } else if (event.key === 'Enter') {
        event.preventDefault();
        state.select(name);
        state.requestFocus();
      } else if (state.readOnly) {
        return;
      } else if (event.key === 'Delete' || event.key === 'Backspace') {
        event.preventDefault();
        if (isTriggerName(state.flow.definition, name)) return;
        deleteStep(store, name);
        const { selected } = store.getState();
        if (selected) focusCard(frame.current, selected);
      } else if (event.key === 'n' || event.key === 'N' || event.key === '+') {
        event.preventDefault();
        addAfter(store, frame.current, name);
      } else if (event.key === 'F2') {
        event.preventDefault();
        state.requestRename(name);
      } else if (event.key === 'c' || event.key === 'C') {
        state.toggleCollapsed(name);
      }
    },
    [frame, layout, store],
  );
}
