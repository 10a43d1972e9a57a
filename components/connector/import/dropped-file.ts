// Carries a file that was dropped on the list to the page that imports it.
let dropped: File | undefined;

export function leaveDroppedFile(file: File): void {
  dropped = file;
}

/** The file, once. */
export function takeDroppedFile(): File | undefined {
  const file = dropped;
  dropped = undefined;
  return file;
}
