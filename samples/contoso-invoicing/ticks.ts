// Times with seven digits of a second, as the API writes them. Two invoices of one millisecond differ in the
// last four digits, so `createDate > fromDate` never skips or repeats one.

const pattern = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:\d\d)?)?$/i;

/** Units of 100 ns since 1970; undefined when the text is no date. */
export function parseTicks(text: string): bigint | undefined {
  const match = pattern.exec(text.trim());
  if (!match) return undefined;
  const [, day, minute = '00:00', second = '00', fraction = '', zone = 'Z'] = match;
  const milliseconds = Date.parse(`${day}T${minute}:${second}${zone.toUpperCase()}`);
  if (Number.isNaN(milliseconds)) return undefined;
  return BigInt(milliseconds) * 10_000n + BigInt(fraction.slice(0, 7).padEnd(7, '0'));
}

/** `2021-01-26T04:02:52.1490835Z`. */
export function toTicksText(ticks: bigint): string {
  const part = ((ticks % 10_000_000n) + 10_000_000n) % 10_000_000n;
  const second = (ticks - part) / 10_000_000n;
  const fraction = part.toString().padStart(7, '0');
  return `${new Date(Number(second) * 1000).toISOString().slice(0, 19)}.${fraction}Z`;
}

export function ticksOf(milliseconds: number): bigint {
  return BigInt(Math.trunc(milliseconds)) * 10_000n;
}
