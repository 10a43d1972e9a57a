// Hands the picker to the fields of the inspector.
'use client';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { createPickerStore, type PickerStore } from './picker-store';

const Context = createContext<PickerStore>(createPickerStore());

export function PickerProvider({ children }: { children: ReactNode }) {
  const [store] = useState(createPickerStore);
  return <Context.Provider value={store}>{children}</Context.Provider>;
}

export function usePicker(): PickerStore {
  return useContext(Context);
}
