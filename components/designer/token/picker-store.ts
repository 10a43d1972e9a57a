// The one open picker of a screen: what it was opened for, and the keys that the field hands over to it.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FieldShape } from '@/lib/token/fit';
import type { Token } from '@/lib/token/token';

export type PickerTab = 'dynamic' | 'expression' | 'variables';
export type PickerKeyName = 'ArrowDown' | 'ArrowUp' | 'Enter' | 'Tab' | 'Escape' | string;

export interface PickerRequest {
  /** The field, so that the picker stands beside it and never over it. */
  anchor: HTMLElement;
  /** `typing`: the field keeps the focus and what is typed there filters. */
  mode: 'typing' | 'search';
  tab: PickerTab;
  /** Label of the field. */
  label: string;
  /** Key of the field, under which an unfinished expression is kept. */
  fieldKey: string;
  field: FieldShape;
  /** The expression that is edited, for a pill that was opened. */
  expression?: string | undefined;
  insert(expression: string): void;
  /** Asks what to do with one value per item of a list; absent where lists are fine. */
  insertFromList?: ((token: Token) => void) | undefined;
  onClose?: (() => void) | undefined;
}

export interface PickerState {
  request: PickerRequest | undefined;
  query: string;
  open(request: PickerRequest, query?: string): void;
  setQuery(query: string): void;
  setTab(tab: PickerTab): void;
  close(): void;
  /** Set by the open picker: true when it used the key. */
  onKey: ((key: PickerKeyName, shift: boolean) => boolean) | undefined;
  listen(onKey: PickerState['onKey']): void;
}

export type PickerStore = StoreApi<PickerState>;

/** A store with no picker open. */
export function createPickerStore(): PickerStore {
  return createStore<PickerState>((set, get) => ({
    request: undefined,
    query: '',
    onKey: undefined,
    open: (request, query = '') => set({ request, query }),
    setQuery: (query) => set({ query }),
    setTab(tab) {
      const { request } = get();
      if (request) set({ request: { ...request, tab, mode: 'search' } });
    },
    close: () => set({ request: undefined, query: '', onKey: undefined }),
    listen: (onKey) => set({ onKey }),
  }));
}
