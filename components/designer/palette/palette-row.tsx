// One step that can be added: click or Enter adds it, dragging carries it to the canvas.
'use client';
import { memo } from 'react';
import { cx } from '@/components/ui/class-names';
import type { ShownEntry } from '@/lib/connector/palette/entries';
import { StepTile } from '../step/step-tile';
import { findConnector } from '../store/catalog';
import { useDesignerContext } from '../store/designer-context';
import { writeDraggedEntry } from './drag-data';
import { ownerOf, tileOfEntry } from './use-entries';

interface PaletteRowProps {
  entry: ShownEntry;
  ranges?: readonly { start: number; end: number }[] | undefined;
  /** Second line; the entry's own where absent. */
  detail?: string | undefined;
  onPick(id: string): void;
}

export const PaletteRow = memo(function PaletteRow({ entry, ranges, detail, onPick }: PaletteRowProps) {
  const { palette, catalog } = useDesignerContext();
  // Whoever points at a step may add it: its connector's definition is fetched meanwhile.
  const prepare = () => {
    const owner = ownerOf(entry.id);
    if (owner !== undefined && !findConnector(catalog, owner)) palette.load(owner).catch(() => undefined);
  };
  return (
    <button
      type="button"
      data-row=""
      draggable
      onDragStart={(event) => writeDraggedEntry(event.dataTransfer, entry.id)}
      onPointerEnter={prepare}
      onClick={() => onPick(entry.id)}
      className={cx(
        'flex w-full items-start gap-2.5 rounded-control px-1.5 py-1.5 text-left hover:bg-hover focus-visible:outline-offset-[-2px]',
        entry.deprecated && 'text-ink3',
      )}
    >
      <StepTile tile={tileOfEntry(entry, palette)} size={20} />
      <span className="min-w-0 flex-1">
        <span className="block break-words">
          <Highlighted text={entry.label} ranges={ranges} />
          {entry.deprecated && <span className="text-small"> (deprecated)</span>}
        </span>
        <span className="block truncate text-small text-ink3">{detail ?? entry.detail}</span>
      </span>
    </button>
  );
});

function Highlighted({ text, ranges }: { text: string; ranges: PaletteRowProps['ranges'] }) {
  if (!ranges || ranges.length === 0) return text;
  const pieces: { text: string; bold: boolean; at: number }[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    if (start > at) pieces.push({ text: text.slice(at, start), bold: false, at });
    pieces.push({ text: text.slice(start, end), bold: true, at: start });
    at = end;
  }
  pieces.push({ text: text.slice(at), bold: false, at });
  return pieces.map((piece) =>
    piece.bold ? (
      <strong key={piece.at} className="font-semibold">
        {piece.text}
      </strong>
    ) : (
      <span key={piece.at}>{piece.text}</span>
    ),
  );
}
