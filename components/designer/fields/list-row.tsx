// One row of a list: a handle to move it, its editor, and a way to remove it. Rows of objects fold.
'use client';
import { ChevronDown, ChevronRight, GripVertical, X } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, type ReactNode, type RefObject, useState } from 'react';
import { cx } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/icon-button';
import type { JsonValue } from '@/lib/json';
import { useDesigner } from '../store/designer-context';
import { isWithin } from './field-match';
import { itemSummary } from './list-items';

export interface ListRowProps {
  /** "Tags 2" */
  name: string;
  fieldKey: string;
  item: JsonValue;
  /** Rows of objects and lists fold; others are one line. */
  folds: boolean;
  index: number;
  readOnly: boolean;
  /** Index of the row that is dragged. */
  dragged: RefObject<number | undefined>;
  onMove(from: number, to: number): void;
  onRemove(): void;
  children: ReactNode;
}

export function ListRow(props: ListRowProps) {
  const { name, index, readOnly, dragged, onMove, folds } = props;
  const [over, setOver] = useState(false);

  function onKeyDown(event: KeyboardEvent) {
    const direction = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || direction === undefined || readOnly) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(index, index + direction);
  }
  function onDragOver(event: DragEvent) {
    if (dragged.current === undefined) return;
    event.preventDefault();
    setOver(true);
  }
  function onDrop(event: DragEvent) {
    setOver(false);
    const from = dragged.current;
    dragged.current = undefined;
    if (from === undefined || from === index) return;
    event.preventDefault();
    onMove(from, index);
  }

  const handle = readOnly ? null : (
    <button
      type="button"
      draggable
      data-handle=""
      aria-label={`Move ${name}`}
      title="Drag, or Alt ↑ ↓"
      onDragStart={(event) => {
        dragged.current = index;
        event.dataTransfer.effectAllowed = 'move';
      }}
      onDragEnd={() => {
        dragged.current = undefined;
      }}
      className="grid h-control w-5 shrink-0 cursor-grab place-items-center rounded-chip text-ink3 hover:bg-hover hover:text-ink"
    >
      <GripVertical aria-hidden="true" className="size-3.5!" />
    </button>
  );
  const remove = readOnly ? null : (
    <IconButton
      icon={<X aria-hidden="true" />}
      label={`Remove ${name}`}
      size="small"
      className="mt-0.5"
      onClick={props.onRemove}
    />
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys come from the controls inside, which the row moves
    <div
      data-row=""
      data-field={props.fieldKey}
      onKeyDownCapture={onKeyDown}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={cx('rounded-control', over && 'outline-2 outline-accent')}
    >
      {folds ? (
        <FoldedRow {...props} handle={handle} remove={remove} />
      ) : (
        <div className="flex items-start gap-1">
          {handle}
          <div className="min-w-0 flex-1">{props.children}</div>
          {remove}
        </div>
      )}
    </div>
  );
}

function FoldedRow(props: ListRowProps & { handle: ReactNode; remove: ReactNode }) {
  const { name, index, item, fieldKey } = props;
  const asked = useDesigner((state) => state.focusRequest);
  const isAsked = asked?.field !== undefined && isWithin(asked.field, fieldKey);
  // A new row asks for its parts at once, and so does one that holds what is asked for; others say what they are.
  const [open, setOpen] = useState(isAsked || itemSummary(item) === '');
  const [answered, setAnswered] = useState(asked?.count);
  if (asked && asked.count !== answered) {
    setAnswered(asked.count);
    if (isAsked) setOpen(true);
  }
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <div className="rounded-control border border-line">
      <div className="flex items-start gap-1 pr-0.5">
        {props.handle}
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="flex h-control min-w-0 flex-1 items-center gap-1.5 text-left"
        >
          <Chevron aria-hidden="true" className="size-3.5! shrink-0 text-ink3" />
          <span className="sr-only">{name}</span>
          <span aria-hidden="true" className="tabular text-ink3">
            {index + 1}
          </span>
          <span className="min-w-0 truncate">
            {itemSummary(item) || <span className="text-ink3">Empty</span>}
          </span>
        </button>
        {props.remove}
      </div>
      {open && <div className="border-t border-line px-3 py-3">{props.children}</div>}
    </div>
  );
}
