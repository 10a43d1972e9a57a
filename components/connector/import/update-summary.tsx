// What an update from a file will change, what is kept of the maker's own, and which flows it touches.
'use client';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { SeverityIcon } from '@/components/ui/severity-icon';
import type { UpdateChange } from '@/lib/connector/update';
import type { Repair } from '@/lib/document/repair';
import { countBySeverity, type Problem } from '@/lib/problem';
import { counted } from '../problems/counted';
import { RepairList } from './repair-list';

interface RemovedOperation {
  id: string;
  label: string;
}

export interface UpdatePreview {
  changes: readonly UpdateChange[];
  kept: readonly UpdateChange[];
  lost: readonly UpdateChange[];
  leftOut: readonly RemovedOperation[];
  problems: readonly Problem[];
  repairs: readonly Repair[];
  impact: readonly { flowId: string; flowName: string; action: string; reason: string }[];
}

interface UpdateSummaryProps {
  preview: UpdatePreview;
  /** Operations that were removed once and are taken from the file after all. */
  takenBack: readonly RemovedOperation[];
  onTakeBack: (operations: readonly RemovedOperation[]) => void;
}

export function UpdateSummary({ preview, takenBack, onTakeBack }: UpdateSummaryProps) {
  const { changes, kept, lost, impact } = preview;
  const added = changes.filter((change) => change.kind === 'added' && change.subject === 'operation');
  const removed = changes.filter((change) => change.kind === 'removed' && change.subject === 'operation');
  const others = changes.filter((change) => !added.includes(change) && !removed.includes(change));
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
          `${kept.length} of your edits kept`,
          ...(lost.length > 0 ? [`${lost.length} not kept`] : []),
        ].join(' · ')}
      </p>
      {changes.length === 0 && <p className="text-ink2">The file changes nothing in the connector.</p>}
      <RepairList repairs={preview.repairs} />
      {impact.length > 0 && (
        <Group title={`${counted(impact.length, 'step', 'steps')} of flows will need attention`} open>
          {impact.map((entry) => (
            <Warned key={`${entry.flowId} ${entry.action}`}>
              {entry.flowName} › {entry.action}: {entry.reason}
            </Warned>
          ))}
        </Group>
      )}
      {lost.length > 0 && (
        <Group title={`Your edits that the file has no place for (${lost.length})`} open>
          {lost.map((change) => (
            <Warned key={`${change.at} ${change.label}`}>{change.label}</Warned>
          ))}
        </Group>
      )}
      <LeftOut leftOut={preview.leftOut} takenBack={takenBack} onTakeBack={onTakeBack} />
      <Changes title="New" changes={added} />
      <Changes title="Removed" changes={removed} />
      <Changes title="Changed" changes={others} />
      <Changes title="Kept as you edited it" changes={kept} />
      <p className="text-small text-ink3">
        The new file has {counted(found.error, 'error', 'errors')},{' '}
        {counted(found.warning, 'warning', 'warnings')} and {counted(found.info, 'note', 'notes')}; the editor
        lists them with their fixes.
      </p>
    </section>
  );
}

function Warned({ children }: { children: ReactNode }) {
  return (
    <li className="flex items-start gap-2">
      <SeverityIcon severity="warning" decorative className="mt-0.5" />
      <span className="min-w-0 break-words">{children}</span>
    </li>
  );
}

/** Removed operations stay out; each may be taken in again. */
function LeftOut({
  leftOut,
  takenBack,
  onTakeBack,
}: { leftOut: readonly RemovedOperation[] } & Omit<UpdateSummaryProps, 'preview'>) {
  const all = [...leftOut, ...takenBack].sort((left, right) => left.label.localeCompare(right.label));
  if (all.length === 0) return null;
  const isTaken = (id: string) => takenBack.some((operation) => operation.id === id);
  return (
    <Group title={`Left out, as you removed them (${leftOut.length})`} open={all.length <= 20}>
      {all.map((operation) => (
        <li key={operation.id}>
          <label className="flex items-center gap-2">
            <input
              type="checkbox"
              checked={isTaken(operation.id)}
              onChange={(event) =>
                onTakeBack(
                  event.target.checked
                    ? [...takenBack, operation]
                    : takenBack.filter(({ id }) => id !== operation.id),
                )
              }
            />
            <span className="min-w-0 break-words">Take in {operation.label}</span>
          </label>
        </li>
      ))}
    </Group>
  );
}

function Changes({ title, changes }: { title: string; changes: readonly UpdateChange[] }) {
  if (changes.length === 0) return null;
  return (
    <Group title={`${title} (${changes.length})`} open={changes.length <= 20}>
      {changes.map((change) => (
        <li key={`${change.at} ${change.label}`} className="min-w-0 break-words">
          {change.label}
          {change.details && (
            <ul className="grid gap-0.5 pl-4 text-small text-ink3">
              {change.details.map((detail) => (
                <li key={detail} className="min-w-0 break-words">
                  {detail}
                </li>
              ))}
            </ul>
          )}
        </li>
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
