// The operations of a connector as one list box: arrow keys move, the mark at the left is the worst finding inside.
'use client';
import { EyeOff, MoreHorizontal, Search, Star } from 'lucide-react';
import { type KeyboardEvent, memo, useEffect, useMemo, useRef, useState } from 'react';
import { cx } from '@/components/ui/class-names';
import { Input } from '@/components/ui/input';
import { SeverityIcon } from '@/components/ui/severity-icon';
import type { Operation, Visibility } from '@/lib/connector/model';
import type { Problem, Severity } from '@/lib/problem';
import { marksByOperation } from '../definition/operation-marks';

const methodColor = 'font-mono text-badge text-ink3';
const noProblems: readonly Problem[] = [];

interface OperationListProps {
  operations: readonly Operation[];
  /** Findings whose marks the rows show. */
  problems?: readonly Problem[] | undefined;
  selected: string | undefined;
  onSelect: (id: string) => void;
  onDelete?: ((operation: Operation) => void) | undefined;
}

export function OperationList(props: OperationListProps) {
  const { operations, problems = noProblems, selected, onSelect, onDelete } = props;
  const [filter, setFilter] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => {
    const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
    return operations.filter((operation) => {
      const text =
        `${operation.id} ${operation.summary} ${operation.path} ${operation.description}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }, [operations, filter]);
  // A choice made elsewhere (a finding, a new action) is shown in the list too.
  useEffect(() => {
    if (selected === undefined) return;
    const row = box.current?.querySelector(`[data-operation="${CSS.escape(selected)}"]`);
    row?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const marks = useMemo(() => marksByOperation(operations, problems), [operations, problems]);
  const groups = [
    { label: 'Actions', entries: shown.filter((operation) => operation.kind === 'action') },
    { label: 'Triggers', entries: shown.filter((operation) => operation.kind === 'trigger') },
  ];
  const order = groups.flatMap((group) => group.entries);
  const current = order.some((operation) => operation.id === selected) ? selected : order[0]?.id;

  function onKeyDown(event: KeyboardEvent): void {
    const index = order.findIndex((operation) => operation.id === current);
    const focused = order.findIndex(
      (operation) => document.activeElement?.getAttribute('data-operation') === operation.id,
    );
    const from = focused >= 0 ? focused : index;
    const to: Record<string, number> = {
      ArrowDown: Math.min(from + 1, order.length - 1),
      ArrowUp: Math.max(from - 1, 0),
      Home: 0,
      End: order.length - 1,
    };
    const next = to[event.key];
    if (next !== undefined) {
      event.preventDefault();
      box.current?.querySelectorAll<HTMLElement>('[role=option]')[next]?.focus();
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && onDelete) {
      const operation = order[from];
      if (!operation) return;
      event.preventDefault();
      onDelete(operation);
      // The row goes; the keyboard stays in the list, on the row that takes its place.
      requestAnimationFrame(() => {
        const rows = box.current?.querySelectorAll<HTMLElement>('[role=option]');
        rows?.[Math.min(from, rows.length - 1)]?.focus();
      });
    }
  }

  return (
    <div className="flex min-h-0 flex-col gap-2">
      <div className="shrink-0">
        <Input
          type="search"
          aria-label="Filter operations"
          placeholder="Filter operations"
          leading={<Search />}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      </div>
      <div
        ref={box}
        role="listbox"
        aria-label="Operations"
        tabIndex={-1}
        onKeyDown={onKeyDown}
        className="min-h-0 flex-1 overflow-y-auto"
      >
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options inside a list box has no element of its own
          <div key={group.label} role="group" aria-label={group.label} className="mb-3">
            <p className="px-2 py-1 font-medium text-ink2" aria-hidden="true">
              {group.label} ({group.entries.length})
            </p>
            {group.entries.map((operation) => (
              <Row
                key={operation.pointer}
                id={operation.id}
                method={operation.method}
                path={operation.path}
                visibility={operation.visibility}
                severity={marks.get(operation.pointer)}
                selected={operation.id === selected}
                tabbable={operation.id === current}
                onSelect={onSelect}
              />
            ))}
          </div>
        ))}
        {order.length === 0 && operations.length > 0 && (
          <p className="px-2 text-small text-ink3">No operation matches “{filter}”.</p>
        )}
      </div>
    </div>
  );
}

const visibilityMarks = {
  none: null,
  important: <Star role="img" aria-hidden="false" aria-label="important" className="size-3.5 text-ink3" />,
  internal: <EyeOff role="img" aria-hidden="false" aria-label="internal" className="size-3.5 text-ink3" />,
  advanced: (
    <MoreHorizontal role="img" aria-hidden="false" aria-label="advanced" className="size-3.5 text-ink3" />
  ),
};

interface RowProps {
  id: string;
  method: string;
  path: string;
  visibility: Visibility;
  severity: Severity | undefined;
  selected: boolean;
  tabbable: boolean;
  onSelect: (id: string) => void;
}

/** Takes plain values, so that an edit renders only the rows that it changes. */
const Row = memo(function Row(props: RowProps) {
  const { id, method, path, visibility, severity, selected, tabbable, onSelect } = props;
  return (
    <div
      role="option"
      aria-selected={selected}
      data-operation={id}
      title={`${id} (${method} ${path})`}
      tabIndex={tabbable ? 0 : -1}
      onClick={() => onSelect(id)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onSelect(id);
      }}
      className={cx(
        'grid h-row grid-cols-[16px_minmax(0,1fr)_auto_auto] items-center gap-2 rounded-control px-2 hover:bg-hover',
        'focus-visible:outline-offset-[-2px]',
        selected && 'bg-sunken font-semibold',
      )}
    >
      {/* Heard in this order: "GetInvoice GET internal Warning". */}
      <span className="order-2 truncate">{id}</span>
      <span className={cx('order-4', methodColor)}>{method === 'DELETE' ? 'DEL' : method}</span>
      <span className="order-3">{visibilityMarks[visibility]}</span>
      <span className="order-1">{severity && <SeverityIcon severity={severity} />}</span>
    </div>
  );
});
