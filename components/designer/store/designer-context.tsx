// Hands the stores of one open flow to the canvas, the palette and the inspector.
'use client';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { createRunStore, type RunStore, type RunView } from '@/components/run/run-store';
import type { Catalog } from './catalog';
import type { DesignerState, DesignerStore } from './designer-store';
import { emptyPalette, type PaletteSource } from './palette-source';

interface DesignerContextValue {
  flowId: string;
  store: DesignerStore;
  runStore: RunStore;
  catalog: Catalog;
  palette: PaletteSource;
}

const Context = createContext<DesignerContextValue | undefined>(undefined);

interface DesignerProviderProps {
  flowId: string;
  store: DesignerStore;
  catalog: Catalog;
  /** What can be added; nothing where absent. */
  palette?: PaletteSource | undefined;
  /** Shows a run from the start; a store without a run where absent. */
  runStore?: RunStore | undefined;
  children: ReactNode;
}

export function DesignerProvider({
  flowId,
  store,
  catalog,
  palette = emptyPalette,
  runStore: given,
  children,
}: DesignerProviderProps) {
  const own = useMemo(() => createRunStore(), []);
  const runStore = given ?? own;
  const value = useMemo(
    () => ({ flowId, store, runStore, catalog, palette }),
    [flowId, store, runStore, catalog, palette],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** The stores themselves, for handlers that read without subscribing. */
export function useDesignerContext(): DesignerContextValue {
  const value = useContext(Context);
  if (!value) throw new Error('This component stands outside of a DesignerProvider.');
  return value;
}

/** Part of the editing state; renders again only when that part changes. */
export function useDesigner<T>(select: (state: DesignerState) => T): T {
  return useStore(useDesignerContext().store, select);
}

/** Part of the run that is shown. */
export function useRun<T>(select: (view: RunView) => T): T {
  return useStore(useDesignerContext().runStore, select);
}

export function useCatalog(): Catalog {
  return useDesignerContext().catalog;
}
