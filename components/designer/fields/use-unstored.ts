// The texts of the open flow that are not in its definition, for the field that shows one and for the checker.
'use client';
import { useStore } from 'zustand';
import type { KeptStore } from '@/components/ui/use-kept';
import type { JsonValue } from '@/lib/json';
import { useDesigner, useDesignerContext } from '../store/designer-context';
import { baseOf, createUnstored, findUnstored, type UnstoredStore } from './unstored';

const stores = new Map<string, UnstoredStore>();

function tabStorage(): KeptStore | undefined {
  try {
    return typeof window === 'undefined' ? undefined : window.sessionStorage;
  } catch {
    return undefined;
  }
}

/** The store of the open flow; the same for everything on the page. */
export function useUnstoredStore(): UnstoredStore {
  const { flowId } = useDesignerContext();
  const known = stores.get(flowId) ?? createUnstored(flowId, tabStorage());
  stores.set(flowId, known);
  return known;
}

export interface UnstoredText {
  /** What was typed and is not stored; undefined where all is. */
  text: string | undefined;
  /** `value` is what is stored meanwhile; `message` is what the checker says. */
  put(text: string, told: { value: JsonValue | undefined; message: string }): void;
  drop(): void;
}

/** The unstored text of one field, whose value is now `value`. */
export function useUnstored(place: {
  step: string;
  field: string;
  path: string[];
  value: JsonValue | undefined;
}): UnstoredText {
  const store = useUnstoredStore();
  // A version that is only looked at shows what it holds.
  const readOnly = useDesigner((state) => state.readOnly);
  const { step, field, path } = place;
  const text = useStore(store, (state) => (readOnly ? undefined : findUnstored(state.entries, place)?.text));
  return {
    text,
    put: (typed, { value, message }) =>
      store.getState().put({ step, field, path, text: typed, base: baseOf(value), message }),
    drop: () => store.getState().drop(step, field),
  };
}
