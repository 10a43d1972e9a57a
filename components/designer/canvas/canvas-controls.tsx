// Fold, zoom and fit, at the bottom left.
'use client';
import { useReactFlow, useStore } from '@xyflow/react';
import { ChevronsDownUp, ChevronsUpDown, Maximize, Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { announce } from '@/components/ui/live-region';
import { isContainer, listActions } from '@/lib/flow/tree';
import { useDesigner, useDesignerContext } from '../store/designer-context';

function ControlButton({
  label,
  onClick,
  children,
}: {
  label: string;
  onClick(): void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className="grid h-8 min-w-8 place-items-center rounded-control border border-line bg-surface px-1.5 font-medium hover:bg-hover"
    >
      {children}
    </button>
  );
}

export function CanvasControls({ onHome }: { onHome(): void }) {
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  const { store } = useDesignerContext();
  const zoom = useStore((state) => Math.round(state.transform[2] * 100));
  const folded = useDesigner((state) => state.collapsed.size > 0);
  const hasContainers = useDesigner((state) =>
    listActions(state.flow.definition).some(({ action }) => isContainer(action)),
  );
  const say = () => setTimeout(() => announce('Zoom changed.'), 250);
  const foldAll = () => {
    const names = listActions(store.getState().flow.definition)
      .filter(({ action }) => isContainer(action))
      .map(({ name }) => name);
    store.setState({ collapsed: new Set(folded ? [] : names) });
  };
  return (
    <div
      className="absolute bottom-3 left-3 z-10 flex gap-0.5"
      role="toolbar"
      aria-label="View of the canvas"
    >
      {hasContainers && (
        <ControlButton label={folded ? 'Unfold all' : 'Fold all'} onClick={foldAll}>
          {folded ? <ChevronsUpDown aria-hidden="true" /> : <ChevronsDownUp aria-hidden="true" />}
        </ControlButton>
      )}
      <ControlButton
        label="Zoom out"
        onClick={() => {
          void zoomOut({ duration: 120 });
          say();
        }}
      >
        <Minus aria-hidden="true" />
      </ControlButton>
      <ControlButton label={`Zoom ${zoom} %, back to 100 %`} onClick={onHome}>
        <span className="w-9 text-center">{zoom}%</span>
      </ControlButton>
      <ControlButton
        label="Zoom in"
        onClick={() => {
          void zoomIn({ duration: 120 });
          say();
        }}
      >
        <Plus aria-hidden="true" />
      </ControlButton>
      <ControlButton
        label="Fit the flow into view"
        onClick={() => void fitView({ padding: 0.12, maxZoom: 1, duration: 180 })}
      >
        <Maximize aria-hidden="true" />
      </ControlButton>
    </div>
  );
}
