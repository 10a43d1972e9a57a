// Dynamic content as trees, one per step; arrow keys and Enter work from the field too.
'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { cx } from '@/components/ui/class-names';
import { clockText } from '@/components/ui/units';
import { needsChoice } from '@/lib/token/list-choices';
import type { Token } from '@/lib/token/token';
import { StepTile } from '../step/step-tile';
import { type LastValues, useLastValues } from './last-values';
import { usePicker } from './picker-context';
import { findBestRow, isChoosable, type PickerRow, toPickerRows } from './picker-rows';
import type { PickerRequest } from './picker-store';
import { useTokens } from './token-context';

interface TokenListProps {
  request: PickerRequest;
  query: string;
  onDone(): void;
}

/** The word for a type: formats only where they say more to a maker than the type. */
export function typeWord({ type, format }: { type: string; format?: string | undefined }): string {
  if (type === 'string') return format && wordyFormats.includes(format) ? format : 'text';
  if (type === 'integer') return 'whole number';
  if (type === 'boolean') return 'yes/no';
  return type === 'array' ? 'list' : type;
}

const wordyFormats = ['date', 'date-time', 'email', 'uri', 'time', 'html', 'binary', 'byte'];

function kindOf(token: Token, values: LastValues): string {
  if (token.type !== 'array') return typeWord(token);
  const length = values.lengthOf(token);
  return length === undefined ? 'list' : `list of ${length}`;
}

export function TokenList({ request, query, onDone }: TokenListProps) {
  const picker = usePicker();
  const { groups } = useTokens();
  const values = useLastValues(groups, true);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(
    () => toPickerRows({ groups, query, field: request.field, opened }),
    [groups, query, request.field, opened],
  );
  const stops = useMemo(() => rows.flatMap((row, index) => (isChoosable(row) ? [index] : [])), [rows]);
  const best = stops.indexOf(findBestRow(rows, query) ?? -1);
  const [moved, setMoved] = useState<number>();
  const position = moved ?? Math.max(best, 0);
  const scroller = useRef<HTMLDivElement>(null);
  const active = stops[Math.min(position, stops.length - 1)];
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? 32 : 26),
    overscan: 12,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new search starts at its first result
  useEffect(() => setMoved(undefined), [query]);

  const toggle = useCallback((id: string) => {
    setOpened((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);

  const choose = useCallback(
    (row: PickerRow | undefined, asExpression: boolean) => {
      if (row?.kind === 'more') toggle(row.group.id);
      else if (row?.kind === 'other') toggle('other');
      else if (row?.kind === 'token') {
        const { token } = row;
        if (asExpression && token.expression !== undefined) {
          picker
            .getState()
            .open({ ...request, mode: 'search', tab: 'expression', expression: token.expression });
          return;
        }
        onDone();
        if (needsChoice(token) && request.insertFromList) request.insertFromList(token);
        else if (token.expression !== undefined) request.insert(token.expression);
      }
    },
    [onDone, picker, request, toggle],
  );

  useEffect(() => {
    picker.getState().listen((key, shift) => {
      if (key === 'ArrowDown' || key === 'ArrowUp') {
        const next = Math.min(Math.max(position + (key === 'ArrowDown' ? 1 : -1), 0), stops.length - 1);
        setMoved(next);
        const index = stops[next];
        if (index !== undefined) virtual.scrollToIndex(index);
        return true;
      }
      if (key === 'Enter' || (key === 'Tab' && request.mode === 'typing')) {
        const row = active === undefined ? undefined : rows[active];
        if (!row) return false;
        choose(row, shift);
        return true;
      }
      const row = active === undefined ? undefined : rows[active];
      if (
        row?.kind === 'token' &&
        row.token.children.length > 0 &&
        query === '' &&
        request.mode === 'search'
      ) {
        if (key === (row.open ? 'ArrowLeft' : 'ArrowRight')) {
          toggle(row.token.key);
          return true;
        }
      }
      if (key === 'Escape' && request.mode === 'typing') {
        picker.getState().close();
        return true;
      }
      return false;
    });
  }, [active, choose, picker, position, query, request.mode, rows, stops, toggle, virtual]);

  if (rows.length === 0) {
    return (
      <p className="px-3 py-4 text-ink2">
        {query.trim() === ''
          ? 'Nothing comes before this step that gives values.'
          : `No dynamic content matches “${query.trim()}”.`}
      </p>
    );
  }
  return (
    <>
      <div
        ref={scroller}
        role="listbox"
        aria-label="Dynamic content"
        tabIndex={-1}
        className="min-h-24 flex-1 overflow-y-auto pb-1"
      >
        <div className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return (
              row && (
                <div
                  key={row.id}
                  className="absolute inset-x-0 top-0"
                  style={{ height: item.size, transform: `translateY(${item.start}px)` }}
                >
                  <Row
                    row={row}
                    active={item.index === active}
                    values={values}
                    onToggle={toggle}
                    onChoose={choose}
                  />
                </div>
              )
            );
          })}
        </div>
      </div>
      <p className="border-t border-line px-3 py-1.5 text-small text-ink3">
        ↵ insert <span className="pl-2">⇧↵ as expression</span>{' '}
        <span className="pl-2">Esc back to the field</span>
      </p>
    </>
  );
}

interface RowProps {
  row: PickerRow;
  active: boolean;
  values: LastValues;
  onToggle(id: string): void;
  onChoose(row: PickerRow, asExpression: boolean): void;
}

function Row({ row, active, values, onToggle, onChoose }: RowProps) {
  const { tileOf } = useTokens();
  if (row.kind === 'group') {
    const { group } = row;
    const isStep = group.kind === 'action' || group.kind === 'trigger';
    return (
      <div role="presentation" className="flex items-center gap-2 px-3 pt-2 pb-0.5 text-small">
        <StepTile tile={tileOf(group.kind, group.name)} size={14} />
        <span className="truncate font-semibold">{group.label}</span>
        {isStep && values.at !== undefined && (
          <span className="text-ink3">ran {clockText(values.at, false)}</span>
        )}
        <span className="ml-auto text-ink3">{row.count}</span>
      </div>
    );
  }
  if (row.kind === 'undescribed') {
    return (
      <p className="truncate px-3 pl-8 text-small text-ink3">This operation does not describe its output.</p>
    );
  }
  const base = cx(
    'flex h-[26px] w-full items-center gap-2 pr-3 text-left text-small',
    active ? 'bg-hover shadow-[inset_2px_0_0_var(--color-ink)]' : 'hover:bg-hover',
  );
  const keepFocus = (event: React.MouseEvent) => event.preventDefault();
  if (row.kind === 'more' || row.kind === 'other') {
    return (
      // biome-ignore lint/a11y/useFocusableInteractive: the search field keeps the focus and moves the active row
      // biome-ignore lint/a11y/useKeyWithClickEvents: keys come from the search field
      <div
        role="option"
        aria-selected={active}
        className={cx(base, 'pl-3 text-ink2')}
        onMouseDown={keepFocus}
        onClick={() => onChoose(row, false)}
      >
        {row.kind === 'more' ? (
          <span className="pl-5">See more ({row.count})</span>
        ) : (
          <>
            {row.open ? <ChevronDown className="size-3!" /> : <ChevronRight className="size-3!" />}
            Other types ({row.count})
          </>
        )}
      </div>
    );
  }
  const { token, depth } = row;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the search field keeps the focus and moves the active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys come from the search field
    <div
      role="option"
      aria-selected={active}
      className={base}
      style={{ paddingLeft: 14 + depth * 16 }}
      title={token.description}
      onMouseDown={keepFocus}
      onClick={(event) => onChoose(row, event.shiftKey)}
    >
      {token.children.length > 0 ? (
        <span
          aria-hidden="true"
          className="grid size-4 place-items-center"
          onClick={(event) => {
            event.stopPropagation();
            onToggle(token.key);
          }}
        >
          {row.open ? <ChevronDown className="size-3!" /> : <ChevronRight className="size-3!" />}
        </span>
      ) : (
        <span className="size-4" />
      )}
      <span className="min-w-0 flex-1 truncate">{token.label}</span>
      <span className="w-20 shrink-0 truncate text-ink3">{kindOf(token, values)}</span>
      <span className="w-28 shrink-0 truncate text-right font-mono text-ink2">
        {token.type === 'array' ? '' : (values.textOf(token) ?? '')}
      </span>
    </div>
  );
}
