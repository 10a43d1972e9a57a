// Rarely needed fields behind one line; it opens by itself when one of them is asked for.
'use client';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { closestField } from '../fields/field-match';
import { useDesigner } from '../store/designer-context';

interface AdvancedFoldProps {
  keys: readonly string[];
  children: ReactNode;
}

export function AdvancedFold({ keys, children }: AdvancedFoldProps) {
  const [open, setOpen] = useState(false);
  const asked = useDesigner((state) => state.focusRequest);
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (asked?.field !== undefined && closestField(asked.field, latest.current) !== undefined) setOpen(true);
  }, [asked]);
  if (keys.length === 0) return null;
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="-ml-1 flex items-center gap-1 self-start rounded-chip px-1 py-0.5 font-medium text-ink2 hover:bg-hover"
      >
        <Chevron aria-hidden="true" className="size-3.5!" />
        Advanced parameters ({keys.length})
      </button>
      {open && children}
    </>
  );
}
