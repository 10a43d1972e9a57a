// The keys of the canvas. Keys that also work elsewhere (save, undo, run) are the designer's own.
'use client';
import { type KeyboardEvent, type RefObject, useCallback } from 'react';
import type { Layout } from '@/lib/flow/layout';
import type { MoveDirection } from '@/lib/flow/step-moves';
import { placeAfter } from '../step/insert-place';
import { isTriggerName } from '../step/step-face';
import { useDesignerContext } from '../store/designer-context';
import type { DesignerStore } from '../store/designer-store';
import { deleteStep, makeEdit, moveStepByOne } from '../store/gestures';
import { type Direction, findNeighbour } from './neighbour';

const directions: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
};

/** With Alt held down. */
const moves: Record<string, MoveDirection> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
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

interface PressedCard {
  store: DesignerStore;
  root: ParentNode | null;
  name: string;
}

/** Keys with Alt or Ctrl held down on a card: they move and duplicate it. */
function pressHeld(event: KeyboardEvent, { store, root, name }: PressedCard) {
  const move = event.altKey ? moves[event.key] : undefined;
  const isCopy = !event.altKey && event.key.toLowerCase() === 'd';
  if (!move && !isCopy) return;
  // In a browser, Alt with an arrow leaves the page, and Ctrl D makes a bookmark.
  event.preventDefault();
  const { flow, readOnly } = store.getState();
  if (readOnly || isTriggerName(flow.definition, name)) return;
  if (move) {
    if (moveStepByOne(store, name, move)) focusCard(root, name);
    return;
  }
  const result = makeEdit(store, { type: 'duplicate-action', action: name });
  if (result.ok && result.select !== undefined) focusCard(root, result.select);
}

export function useCanvasKeys(frame: RefObject<HTMLDivElement | null>, layout: Layout) {
  const { store } = useDesignerContext();
  return useCallback(
    (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : undefined;
      const name = target?.dataset.step;
      if (event.defaultPrevented) return;
      if (event.ctrlKey || event.metaKey || event.altKey) {
        if (name !== undefined) pressHeld(event, { store, root: frame.current, name });
        return;
      }
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
