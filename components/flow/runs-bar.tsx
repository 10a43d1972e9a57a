// Succeeded and failed runs of a day as one stacked bar, with the numbers in words.
export function RunsBar({ runs }: { runs: { ok: number; failed: number } }) {
  const total = runs.ok + runs.failed;
  if (total === 0) return <span className="text-ink3">none</span>;
  const words = `${runs.ok} succeeded, ${runs.failed} failed`;
  return (
    <span className="inline-flex items-center gap-2" title={words}>
      <span aria-hidden="true" className="flex h-1.5 w-14 gap-px overflow-hidden rounded-chip">
        {runs.ok > 0 && <span className="min-w-1 bg-ok" style={{ flexGrow: runs.ok }} />}
        {runs.failed > 0 && <span className="min-w-1 bg-err" style={{ flexGrow: runs.failed }} />}
      </span>
      <span aria-hidden="true" className="text-ink2">
        {total}
      </span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
