// The validation strip at the bottom: counts, the list of findings with their fixes, and all safe fixes at once.
'use client';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import { cx } from '@/components/ui/class-names';
import { SeverityIcon } from '@/components/ui/severity-icon';
import { fixAllSafe } from '@/lib/connector/edit/fix-all';
import type { Connector } from '@/lib/connector/model';
import { countBySeverity, type Problem } from '@/lib/problem';
import { useEditor, useEditorStore } from '../store/editor-context';
import { changeUndoably } from '../store/undoable';
import { counted } from './counted';
import { FindingRow } from './finding-row';
import { useGoTo } from './go-to-problem';
import { byGravity, createPlaces, keyOf } from './problem-place';

const shownAtMost = 300;

export function ValidationStrip({ tab }: { tab: string }) {
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
      <div className="flex h-9 items-center gap-4 px-4 whitespace-nowrap">
        <h2 className="text-body max-sm:sr-only" title="F8 goes to the next finding, Shift F8 to the former">
          Validation
        </h2>
        <Count severity="error" count={counts.error} one="error" />
        <Count severity="warning" count={counts.warning} one="warning" />
        <Count severity="info" count={counts.info} one="note" />
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
      {open && <FindingList problems={problems} connector={connector} tab={tab} />}
    </section>
  );
}

interface CountProps {
  severity: 'error' | 'warning' | 'info';
  count: number;
  /** "error" */
  one: string;
}

/** On narrow screens the icon stands for the word. */
function Count({ severity, count, one }: CountProps) {
  return (
    <span className="flex items-center gap-1.5">
      <SeverityIcon severity={severity} className="size-3.5" decorative />
      <span>
        {count}
        <span className="max-sm:sr-only"> {count === 1 ? one : `${one}s`}</span>
      </span>
    </span>
  );
}

interface FindingListProps {
  problems: readonly Problem[];
  connector: Connector | undefined;
  tab: string;
}

function FindingList({ problems, connector, tab }: FindingListProps) {
  const [withHints, setWithHints] = useState(false);
  const goTo = useGoTo(tab);
  const placeOf = useMemo(() => createPlaces(connector), [connector]);
  const sorted = useMemo(() => byGravity(problems), [problems]);
  const hints = sorted.filter((problem) => problem.severity === 'hint').length;
  const listed = withHints ? sorted : sorted.slice(0, sorted.length - hints);
  const shown = listed.slice(0, shownAtMost);
  return (
    <ul className="max-h-72 overflow-y-auto border-t border-line">
      {listed.length === 0 && (
        <li className="px-4 py-2 text-ink3">{hints > 0 ? 'Nothing but hints.' : 'Nothing to mend.'}</li>
      )}
      {shown.map((problem) => (
        <FindingRow
          key={keyOf(problem)}
          problem={problem}
          place={placeOf(problem)}
          onGo={() => goTo(problem)}
        />
      ))}
      {listed.length > shownAtMost && (
        <li className="border-b border-line px-4 py-2 text-ink3">and {listed.length - shownAtMost} more</li>
      )}
      {hints > 0 && (
        <li className="px-4 py-1.5">
          <button
            type="button"
            aria-expanded={withHints}
            className="font-semibold text-accent hover:underline"
            onClick={() => setWithHints(!withHints)}
          >
            {withHints ? 'Hide the hints' : `Show ${counted(hints, 'hint')}`}
          </button>
        </li>
      )}
    </ul>
  );
}
