// What an update from a file will change, what is kept of the maker's own, and which flows it touches.
'use client';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { SeverityIcon } from '@/components/ui/severity-icon';
import type { UpdateChange } from '@/lib/connector/update';
import type { Repair } from '@/lib/document/repair';
import { countBySeverity, type Problem } from '@/lib/problem';
import { counted } from './counted';
import { RepairList } from './repair-list';

export interface UpdatePreview {
  changes: readonly UpdateChange[];
  kept: readonly UpdateChange[];
  problems: readonly Problem[];
  repairs: readonly Repair[];
  impact: readonly { flowId: string; flowName: string; action: string; reason: string }[];
}

export function UpdateSummary({ preview }: { preview: UpdatePreview }) {
  const added = preview.changes.filter((change) => change.kind === 'added' && change.subject === 'operation');
  const removed = preview.changes.filter(
    (change) => change.kind === 'removed' && change.subject === 'operation',
  );
  const others = preview.changes.filter((change) => !added.includes(change) && !removed.includes(change));
  const found = countBySeverity(preview.problems);
  return (
    <section
      aria-label="What the update does"
      className="grid gap-4 rounded-card border border-line bg-surface p-5"
    >
      <p className="text-panel">
        {[
          counted(added.length, 'new operation', 'new operations'),
          `${removed.length} removed`,
          `${others.length} changed`,
          `${preview.kept.length} of your edits kept`,
        ].join(' · ')}
      </p>
      <RepairList repairs={preview.repairs} />
      {preview.impact.length > 0 && (
        <Group title={`${counted(preview.impact.length, 'step', 'steps')} of flows will need attention`} open>
          {preview.impact.map((entry) => (
            <li key={`${entry.flowId} ${entry.action}`} className="flex items-start gap-2">
              <SeverityIcon severity="warning" decorative className="mt-0.5" />
              {entry.flowName} › {entry.action}: {entry.reason}
            </li>
          ))}
        </Group>
      )}
      <Changes title="New" changes={added} />
      <Changes title="Removed" changes={removed} />
      <Changes title="Changed" changes={others} />
      <Changes title="Kept as you edited it" changes={preview.kept} />
      <p className="text-small text-ink3">
        The new file has {counted(found.error, 'error', 'errors')},{' '}
        {counted(found.warning, 'warning', 'warnings')} and {counted(found.info, 'note', 'notes')}; the editor
        lists them with their fixes.
      </p>
    </section>
  );
}

function Changes({ title, changes }: { title: string; changes: readonly UpdateChange[] }) {
  if (changes.length === 0) return null;
  return (
    <Group title={`${title} (${changes.length})`} open={changes.length <= 20}>
      {changes.map((change) => (
        <li key={`${change.at} ${change.label}`}>{change.label}</li>
      ))}
    </Group>
  );
}

function Group({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details open={open} className="group">
      <summary className="flex items-center gap-1 font-medium">
        <ChevronDown className="-rotate-90 transition-transform group-open:rotate-0" aria-hidden="true" />
        {title}
      </summary>
      <ul className="mt-1 grid gap-1 pl-5 text-ink2">{children}</ul>
    </details>
  );
}
