// Moments between how people here read them and how definitions hold them.

const withZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/i;

/** What a moment is in this person's zone: "31 Jan 2026, 09:00 GMT+1". Undefined for a text without a zone of its own. */
export function localTime(text: string, zone?: string): string | undefined {
  if (!withZone.test(text) || Number.isNaN(Date.parse(text))) return undefined;
  return new Date(text).toLocaleString(undefined, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    ...(zone === undefined ? {} : { timeZone: zone }),
  });
}

/** `2026-01-31T09:00` as chosen in this person's zone -> `2026-01-31T08:00:00Z`. */
export function toIsoMoment(chosen: string): string {
  return new Date(chosen).toISOString().replace(/\.\d+Z$/, 'Z');
}
