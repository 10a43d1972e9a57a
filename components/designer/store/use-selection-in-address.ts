// Keeps the selected step in the address (?action=), so that a link leads to it.
'use client';
import { useEffect } from 'react';
import { setInAddress } from '@/components/ui/address';
import type { DesignerStore } from './designer-store';

export function useSelectionInAddress(store: DesignerStore) {
  useEffect(
    () =>
      store.subscribe((now, before) => {
        if (now.selected !== before.selected) setInAddress('action', now.selected);
      }),
    [store],
  );
}
