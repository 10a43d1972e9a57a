// Dynamic content as trees, one per step; arrow keys and Enter work from the field too.
'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { convertFor } from '@/lib/token/conversion';
import { needsChoice } from '@/lib/token/list-choices';
import type { TokenGroup } from '@/lib/token/token';
import { useLastValues } from './last-values';
import { usePicker } from './picker-context';
import { findBestRow, isChoosable, type PickerRow, toPickerRows } from './picker-rows';
import type { PickerRequest } from './picker-store';
import { useTokens } from './token-context';
import { TokenRow } from './token-row';

interface TokenListProps {
  request: PickerRequest;
  query: string;
  /** Only groups of this kind. */
  only?: TokenGroup['kind'] | undefined;
  onDone(): void;
}

const nothing = {
  steps: 'Nothing comes before this step that gives values.',
  variables: 'No variable is made before this step. “Initialize variable” makes one.',
};

export function TokenList({ request, query, only, onDone }: TokenListProps) {
  const picker = usePicker();
  const { groups: all } = useTokens();
  const groups = useMemo(() => (only ? all.filter((group) => group.kind === only) : all), [all, only]);
  const values = useLastValues(groups, true);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(
    () => toPickerRows({ groups, query, field: request.field, opened }),
    [groups, query, request.field, opened],
  );
  const stops = useMemo(() => rows.flatMap((row, index) => (isChoosable(row) ? [index] : [])), [rows]);
  const best = stops.indexOf(findBestRow(rows, query, request.field) ?? -1);
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
        // Inserted first: what was typed to search for it is part of the field's text once the picker is closed.
        if (needsChoice(token) && request.insertFromList) request.insertFromList(token);
        else if (token.expression !== undefined)
          request.insert(convertFor(token.expression, token, request.field));
        onDone();
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
        // After the key was handled: the field's editor takes no changes while it handles one.
        queueMicrotask(() => choose(row, shift));
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
          ? nothing[only === 'variable' ? 'variables' : 'steps']
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
                  <TokenRow
                    row={row}
                    query={query}
                    field={request.field}
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
