// Numbers with their units, as screens show them: durations, sizes, times of day.

/** `0.41 s`, `12.3 s`, `4 min 05 s`, `2 h 03 min`. */
export function durationText(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 10) return `${seconds.toFixed(2)} s`;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${String(Math.floor(seconds % 60)).padStart(2, '0')} s`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** `1.2 kB`, `3.4 MB`: sizes of bodies. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** `12:05:31` in the reader's own time. */
export function clockText(epochMs: number, withSeconds = true): string {
  const date = new Date(epochMs);
  const two = (value: number) => String(value).padStart(2, '0');
  const base = `${two(date.getHours())}:${two(date.getMinutes())}`;
  return withSeconds ? `${base}:${two(date.getSeconds())}` : base;
}
