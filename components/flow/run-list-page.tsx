// Runs of all flows.
'use client';
import { RunHistoryTable } from '../run/run-history-table';
import { AppShell } from '../shell/app-shell';

export function RunListPage() {
  return (
    <AppShell breadcrumb={[{ label: 'Runs' }]}>
      <div className="max-w-350">
        <RunHistoryTable hint="Open a flow and press Run. Its run appears here at once." />
      </div>
    </AppShell>
  );
}
