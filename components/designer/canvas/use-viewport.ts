// Where one looks: kept per flow in this browser; first the trigger at the top centre, at 100 %.
'use client';
import { useReactFlow, type Viewport } from '@xyflow/react';
import { type RefObject, useCallback, useMemo } from 'react';
import { isJsonObject } from '@/lib/json';
import { useDesigner, useDesignerContext } from '../store/designer-context';

const topGap = 72;

function readKept(key: string): Viewport | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (!isJsonObject(value)) return undefined;
    const { x, y, zoom } = value;
    return typeof x === 'number' && typeof y === 'number' && typeof zoom === 'number'
      ? { x, y, zoom }
      : undefined;
  } catch {
    return undefined;
  }
}

export function useViewport(frame: RefObject<HTMLDivElement | null>) {
  const { flowId } = useDesignerContext();
  const readOnly = useDesigner((state) => state.readOnly);
  const { setViewport } = useReactFlow();
  const key = `flowright.view.${flowId}`;
  const home = useCallback((): Viewport => {
    const width = frame.current?.clientWidth ?? 800;
    return { x: width / 2, y: topGap, zoom: 1 };
  }, [frame]);
  const start = useMemo((): Viewport => ({ x: 400, y: topGap, zoom: 1 }), []);
  // React Flow takes a viewport only once it has started.
  const onInit = useCallback(() => {
    void setViewport((readOnly ? undefined : readKept(key)) ?? home());
  }, [key, home, readOnly, setViewport]);

  const onMoveEnd = useCallback(
    (_: unknown, viewport: Viewport) => {
      if (readOnly) return;
      try {
        localStorage.setItem(key, JSON.stringify(viewport));
      } catch {
        // A convenience only.
      }
    },
    [key, readOnly],
  );
  const goHome = useCallback(() => void setViewport(home(), { duration: 180 }), [home, setViewport]);
  return { start, onInit, onMoveEnd, goHome };
}
