// What was repaired to read a file: one line for each kind, with its first place and how often it was needed.
import type { Repair } from '@/lib/document/repair';

/** Repairs of one kind as one line. */
export function repairLines(repairs: readonly Repair[]): string[] {
  const kinds = new Map<string, Repair[]>();
  for (const repair of repairs) {
    const found = kinds.get(repair.message);
    if (found) found.push(repair);
    else kinds.set(repair.message, [repair]);
  }
  return Array.from(kinds, ([message, same]) => {
    const at = same[0]?.at;
    const place = at ? `Line ${at.line}, column ${at.column}: ` : '';
    return `${place}${message}${same.length > 1 ? ` (${same.length} times)` : ''}`;
  });
}

export function RepairList({ repairs }: { repairs: readonly Repair[] }) {
  if (repairs.length === 0) return null;
  return (
    <div className="rounded-control border border-line bg-warn-soft p-3 text-warn">
      <p className="font-semibold">The file was repaired to be read:</p>
      <ul className="list-disc pl-5">
        {repairLines(repairs).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
