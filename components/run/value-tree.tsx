// A value as a table of names, kinds and values.
'use client';
import type { JsonValue } from '@/lib/json';
import { toValueRows } from './value-rows';

export function ValueTree({ value, label }: { value: JsonValue; label: string }) {
  const rows = toValueRows(value);
  if (rows.length === 0) return <p className="text-small text-ink3">Empty.</p>;
  return (
    <ul
      aria-label={label}
      className="divide-y divide-line overflow-hidden rounded-control border border-line text-small"
    >
      {rows.map((row) => (
        <li
          key={row.path}
          className="flex items-baseline gap-2 px-2.5 py-1"
          style={{ paddingLeft: 10 + row.depth * 12 }}
        >
          <span className="shrink-0">{row.label}</span>
          <span className="shrink-0 text-ink3">{row.kind}</span>
          <span className="ml-auto min-w-0 truncate pl-3 text-right font-mono" title={row.text}>
            {row.text}
          </span>
        </li>
      ))}
    </ul>
  );
}
