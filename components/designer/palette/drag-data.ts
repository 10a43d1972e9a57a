// What a dragged row of the palette carries: its id; the rest is looked up where it lands.
const type = 'application/x-flow-entry';

export function writeDraggedEntry(transfer: DataTransfer, id: string) {
  transfer.setData(type, id);
  transfer.effectAllowed = 'copy';
}

/** The id of the dragged palette row, or undefined when something else is dragged. */
export function readDraggedEntry(transfer: DataTransfer): string | undefined {
  return transfer.getData(type) || undefined;
}
