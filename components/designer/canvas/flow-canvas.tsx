// The flow as cards from the top down. Everything on it is computed from the definition (React Flow draws it).
'use client';
import { Background, BackgroundVariant, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { type DragEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { type Layout, layoutFlow } from '@/lib/flow/layout';
import { titleOf } from '@/lib/flow/title';
import { listActions } from '@/lib/flow/tree';
import { readDraggedEntry } from '../palette/drag-data';
import { useAddStep } from '../palette/use-add-step';
import { useDesigner, useDesignerContext, useRun } from '../store/designer-context';
import type { DesignerStore } from '../store/designer-store';
import { moveStep } from '../store/gestures';
import './canvas.css';
import { CanvasControls } from './canvas-controls';
import { type StepEdge, type StepNode, toElements } from './canvas-nodes';
import { ContainerCard } from './container-card';
import { findDropPlace, findNearestEnd } from './drop-place';
import { AddPlace, BranchHead } from './place-nodes';
import { StepCard } from './step-card';
import { StepEdgeView } from './step-edge';
import { useCanvasKeys } from './use-canvas-keys';
import { useClipboard } from './use-clipboard';
import { useViewport } from './use-viewport';

const nodeTypes = {
  trigger: StepCard,
  card: StepCard,
  container: ContainerCard,
  branch: BranchHead,
  add: AddPlace,
};
const edgeTypes = { step: StepEdgeView };
const proOptions = { hideAttribution: true };
const cullAbove = 150;
const dropReach = 48;

export function FlowCanvas({ children }: { children?: ReactNode }) {
  return (
    <ReactFlowProvider>
      <CanvasView>{children}</CanvasView>
    </ReactFlowProvider>
  );
}

/** The layout of the flow; parts that stayed the same are the same objects as before. */
function useLayout(): Layout {
  const definition = useDesigner((state) => state.flow.definition);
  const collapsed = useDesigner((state) => state.collapsed);
  const reading = useDesigner((state) => state.readOnly);
  const running = useRun((view) => view.runId !== undefined);
  const last = useRef<Layout | undefined>(undefined);
  return useMemo(() => {
    const layout = layoutFlow(definition, { collapsed, running, reading }, last.current);
    last.current = layout;
    return layout;
  }, [definition, collapsed, running, reading]);
}

function CanvasView({ children }: { children?: ReactNode }) {
  const { store } = useDesignerContext();
  const layout = useLayout();
  const elements = useRef<{ nodes: StepNode[]; edges: StepEdge[] } | undefined>(undefined);
  const { nodes, edges } = useMemo(() => {
    elements.current = toElements(layout, elements.current);
    return elements.current;
  }, [layout]);
  const frame = useRef<HTMLDivElement>(null);
  const { start, onInit, onMoveEnd, goHome } = useViewport(frame);
  const onKeyDown = useCanvasKeys(frame, layout);
  useClipboard(frame);
  const drop = useDrop(layout);
  const readOnly = useDesigner((state) => state.readOnly);
  const [ready, setReady] = useState(false);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys reach the focused card first and end here
    <div
      ref={frame}
      className="relative h-full min-h-0 w-full min-w-0 bg-canvas"
      onKeyDown={onKeyDown}
      {...(readOnly ? {} : drop)}
    >
      <ReactFlow
        aria-label="Flow"
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        defaultViewport={start}
        minZoom={0.1}
        maxZoom={1.6}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        panOnScroll
        zoomOnDoubleClick={false}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        onlyRenderVisibleElements={nodes.length > cullAbove}
        onInit={() => {
          onInit();
          setReady(true);
          focusNewStep(frame.current, store);
        }}
        onMoveEnd={onMoveEnd}
        onPaneClick={() => store.getState().select(undefined)}
        proOptions={proOptions}
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={2} color="var(--color-line)" />
      </ReactFlow>
      <CanvasControls onHome={goHome} />
      {ready && <KeepInView layout={layout} frame={frame} />}
      {children}
    </div>
  );
}

/** A flow that has only its trigger asks for the first step. */
function focusNewStep(frame: HTMLElement | null, store: DesignerStore) {
  const { flow, readOnly } = store.getState();
  if (readOnly || listActions(flow.definition).length > 0) return;
  requestAnimationFrame(() => frame?.querySelector<HTMLElement>('[data-new-step]')?.focus());
}

/** Dropping a row of the palette, or a card, near a line puts it there. */
function useDrop(layout: Layout) {
  const { store } = useDesignerContext();
  const { screenToFlowPosition } = useReactFlow();
  const addStep = useAddStep();
  const pointOf = (event: DragEvent) => screenToFlowPosition({ x: event.clientX, y: event.clientY });
  return {
    onDragOver(event: DragEvent) {
      const { types } = event.dataTransfer;
      if (!types.some((type) => type.startsWith('application/x-flow-'))) return;
      event.preventDefault();
      store.getState().setDropEdge(findDropPlace(layout, pointOf(event), dropReach)?.id);
    },
    onDragLeave(event: DragEvent) {
      if (event.currentTarget === event.target) store.getState().setDropEdge(undefined);
    },
    onDrop(event: DragEvent) {
      event.preventDefault();
      store.getState().setDropEdge(undefined);
      const near = findDropPlace(layout, pointOf(event), dropReach)?.insert;
      const moved = event.dataTransfer.getData('application/x-flow-step');
      const entry = readDraggedEntry(event.dataTransfer);
      if (moved && near) moveStep(store, { type: 'move-action', action: moved, place: near });
      const place = near ?? findNearestEnd(layout, pointOf(event));
      if (!entry || !place) return;
      const where = place.after ? `Added after ${titleOf(place.after)}.` : 'Added as the first step.';
      addStep(entry, place, near ? undefined : where);
    },
  };
}

/** Pans to the selected card when it is out of sight. */
function KeepInView({ layout, frame }: { layout: Layout; frame: React.RefObject<HTMLDivElement | null> }) {
  const selected = useDesigner((state) => state.selected);
  const { getViewport, setViewport } = useReactFlow();
  const latest = useRef(layout);
  latest.current = layout;
  useEffect(() => {
    const node = latest.current.nodes.find((each) => each.name === selected && each.kind !== 'add');
    const size = frame.current?.getBoundingClientRect();
    if (!node || !size || selected === undefined) return;
    const { x, y, zoom } = getViewport();
    const left = node.x * zoom + x;
    const top = node.y * zoom + y;
    const height = Math.min(node.height, 120) * zoom;
    const dx = left < 12 ? 12 - left : Math.min(0, size.width - 12 - (left + node.width * zoom));
    const dy = top < 12 ? 24 - top : Math.min(0, size.height - 72 - (top + height));
    if (dx !== 0 || dy !== 0) void setViewport({ x: x + dx, y: y + dy, zoom }, { duration: 180 });
  }, [selected, frame, getViewport, setViewport]);
  return null;
}
