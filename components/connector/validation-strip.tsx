// The validation strip at the bottom: counts, the list of findings with their fixes, and all safe fixes at once.
'use client';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import { cx } from '@/components/ui/class-names';
import { SeverityIcon } from '@/components/ui/severity-icon';
import { fixAllSafe } from '@/lib/connector/edit/fix-all';
import type { Connector } from '@/lib/connector/model';
import { countBySeverity, type Problem } from '@/lib/problem';
import { counted } from './counted';
import { useEditor, useEditorStore } from './editor-context';
import { openTab } from './open-tab';
import { operationOf } from './operation-marks';
import { ProblemText } from './problem-text';
import { changeUndoably } from './undoable';

const order = { error: 0, warning: 1, info: 2, hint: 3 };
const shownAtMost = 300;

interface Place {
  label: string;
  operation?: string;
}

/** Where a finding stands, in words: the operation, and the pointer below it. */
function placeOf(problem: Problem, ids: ReadonlyMap<string, string>): Place {
  const pointer = operationOf(problem.at, ids);
  const operation = pointer === undefined ? undefined : ids.get(pointer);
  if (pointer === undefined || operation === undefined) return { label: problem.at || 'the whole file' };
  return { label: `${operation} ${problem.at.slice(pointer.length)}`.trim(), operation };
}

export function ValidationStrip() {
  const store = useEditorStore();
  const problems = useEditor((state) => state.problems);
  const connector = useEditor((state) => state.connector);
  const [open, setOpen] = useState(false);
  const counts = countBySeverity(problems);
  const safe = problems.filter((problem) => problem.fix?.safe);

  const fixAll = () => {
    if (!connector) return;
    const { changes, fixed } = fixAllSafe(connector, store.getState().properties);
    changeUndoably(store, { changes, told: `Fixed ${counted(fixed, 'finding')}.` });
  };

  return (
    <section aria-label="Validation" className="border-t border-line bg-surface">
      <div className="flex h-9 items-center gap-4 px-4">
        <h2 className="text-body">Validation</h2>
        <Count severity="error" text={counted(counts.error, 'error')} />
        <Count severity="warning" text={counted(counts.warning, 'warning')} />
        <Count severity="info" text={counted(counts.info, 'note')} />
        <span className="text-ink3">{counted(counts.hint, 'hint')}</span>
        {safe.length > 0 && (
          <button
            type="button"
            className="ml-auto font-semibold text-accent hover:underline"
            onClick={fixAll}
          >
            Fix all safe ({safe.length})
          </button>
        )}
        <button
          type="button"
          aria-expanded={open}
          aria-label={open ? 'Hide the findings' : 'Show the findings'}
          onClick={() => setOpen(!open)}
          className={cx('rounded-chip p-1 hover:bg-hover', safe.length === 0 && 'ml-auto')}
        >
          {open ? <ChevronDown /> : <ChevronUp />}
        </button>
      </div>
      {open && <FindingList problems={problems} connector={connector} />}
    </section>
  );
}

function Count({ severity, text }: { severity: 'error' | 'warning' | 'info'; text: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <SeverityIcon severity={severity} className="size-3.5" decorative />
      {text}
    </span>
  );
}

function FindingList({
  problems,
  connector,
}: {
  problems: readonly Problem[];
  connector: Connector | undefined;
}) {
  const store = useEditorStore();
  const id = useEditor((state) => state.stored.id);
  const sorted = [...problems].sort((a, b) => order[a.severity] - order[b.severity]).slice(0, shownAtMost);
  const ids = new Map(connector?.operations.map((operation) => [operation.pointer, operation.id]));
  if (sorted.length === 0)
    return <p className="border-t border-line px-4 py-3 text-ink3">Nothing to mend.</p>;
  return (
    <ul className="max-h-72 overflow-y-auto border-t border-line">
      {sorted.map((problem) => {
        const place = placeOf(problem, ids);
        return (
          <li
            key={`${problem.code} ${problem.at} ${problem.message}`}
            className="flex items-start gap-2 border-b border-line px-4 py-1.5 last:border-b-0"
          >
            <SeverityIcon severity={problem.severity} className="mt-0.5" />
            <span className="min-w-0 flex-1">
              <ProblemText problem={problem} />
            </span>
            <code className="max-w-md truncate text-ink3" title={problem.at}>
              {place.label}
            </code>
            {place.operation && (
              <button
                type="button"
                className="shrink-0 font-semibold text-accent hover:underline"
                onClick={() => {
                  store.getState().select(place.operation ?? '');
                  openTab(
                    `/connectors/${id}/edit/definition?operation=${encodeURIComponent(place.operation ?? '')}`,
                  );
                }}
              >
                Go to
              </button>
            )}
          </li>
        );
      })}
      {problems.length > shownAtMost && (
        <li className="px-4 py-2 text-ink3">and {problems.length - shownAtMost} more</li>
      )}
    </ul>
  );
}
