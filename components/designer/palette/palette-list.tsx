// A long list of the palette: only what is in sight is drawn, so that each keystroke draws a screenful at most.
'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useLayoutEffect } from 'react';

export interface ListItem {
  key: string;
  /** Height that is assumed until it is drawn, in pixels. */
  height: number;
  draw(): ReactNode;
}

interface PaletteListProps {
  /** Another name, another list: it begins at its top. */
  name: string;
  items: readonly ListItem[];
  scroller: HTMLElement | null;
}

export function PaletteList({ name, items, scroller }: PaletteListProps) {
  const list = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller,
    estimateSize: (index) => items[index]?.height ?? 0,
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 6,
    initialRect: { width: 280, height: 900 },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each list
  useLayoutEffect(() => {
    scroller?.scrollTo(0, 0);
  }, [name, scroller]);
  return (
    <div className="relative w-full" style={{ height: list.getTotalSize() }}>
      {list.getVirtualItems().map(({ key, index, start }) => (
        <div
          key={key}
          ref={list.measureElement}
          data-index={index}
          className="absolute inset-x-0 top-0"
          style={{ transform: `translateY(${start}px)` }}
        >
          {items[index]?.draw()}
        </div>
      ))}
    </div>
  );
}
