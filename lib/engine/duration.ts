// Durations as the workflow language writes them: ISO 8601, e.g. PT30S, PT1H30M, P1D.

const shape = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;

/** Milliseconds of an ISO 8601 duration without years and months, or undefined when it is none. */
export function parseDuration(text: string): number | undefined {
  const match = shape.exec(text.trim());
  if (!match || !/\d/.test(text)) return undefined;
  const [, weeks, days, hours, minutes, seconds] = match.map((part) => Number(part ?? 0));
  const total = (((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0);
  return total * 60_000 + Math.round((seconds ?? 0) * 1000);
}
