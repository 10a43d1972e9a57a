// A list with columns: sorted by its headers (kept in the URL), only the visible rows drawn when there are many.
'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { cx } from './class-names';
import { Table, Td, Th, Tr } from './table';
import { useUrlState } from './use-url-state';

export interface Column<T> {
  key: string;
  header: ReactNode;
  cell: (row: T) => ReactNode;
  /** Makes the column sortable. */
  sort?: ((row: T) => string | number) | undefined;
  align?: 'right' | undefined;
  /** Left out on windows narrower than this. */
  from?: 'sm' | 'md' | 'lg' | 'xl' | undefined;
  /** Class for header and cells, e.g. a width. */
  className?: string | undefined;
}

export interface DataTableProps<T> {
  label: string;
  rows: readonly T[];
  columns: readonly Column<T>[];
  rowKey: (row: T) => string;
  /** Key of a column; a minus before it sorts downwards. */
  initialSort: string;
  /** Rows above this number are virtual. */
  virtualAbove?: number | undefined;
}

const hidden = {
  sm: 'hidden sm:table-cell',
  md: 'hidden md:table-cell',
  lg: 'hidden lg:table-cell',
  xl: 'hidden xl:table-cell',
};

function columnClass<T>(column: Column<T>): string {
  return cx(column.from && hidden[column.from], column.align === 'right' && 'text-right', column.className);
}

export function DataTable<T>({
  label,
  rows,
  columns,
  rowKey,
  initialSort,
  virtualAbove = 100,
}: DataTableProps<T>) {
  const [sort, setSort] = useUrlState('sort', initialSort);
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort]);
  const draw = (row: T) => (
    <Tr key={rowKey(row)}>
      {columns.map((column) => (
        <Td key={column.key} className={columnClass(column)}>
          {column.cell(row)}
        </Td>
      ))}
    </Tr>
  );
  return (
    <Table label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <Header key={column.key} column={column} sort={sort} onSort={setSort} />
          ))}
        </tr>
      </thead>
      {sorted.length > virtualAbove ? (
        <VirtualBody rows={sorted} draw={draw} columns={columns.length} />
      ) : (
        <tbody>{sorted.map(draw)}</tbody>
      )}
    </Table>
  );
}

function sortRows<T>(rows: readonly T[], columns: readonly Column<T>[], sort: string): readonly T[] {
  const descending = sort.startsWith('-');
  const read = columns.find((column) => column.key === (descending ? sort.slice(1) : sort))?.sort;
  if (!read) return rows;
  const compare = (a: T, b: T) => {
    const [x, y] = [read(a), read(b)];
    return typeof x === 'number' && typeof y === 'number'
      ? x - y
      : String(x).localeCompare(String(y), undefined, { numeric: true });
  };
  return rows.toSorted((a, b) => (descending ? -compare(a, b) : compare(a, b)));
}

interface HeaderProps<T> {
  column: Column<T>;
  sort: string;
  onSort: (sort: string) => void;
}

function Header<T>({ column, sort, onSort }: HeaderProps<T>) {
  if (!column.sort) return <Th className={columnClass(column)}>{column.header}</Th>;
  const state = sort === column.key ? 'ascending' : sort === `-${column.key}` ? 'descending' : 'none';
  return (
    <Th aria-sort={state} className={columnClass(column)}>
      <button
        type="button"
        onClick={() => onSort(state === 'ascending' ? `-${column.key}` : column.key)}
        className="-mx-1 inline-flex items-center gap-1 rounded-chip px-1 hover:text-ink"
      >
        {column.header}
        {state === 'ascending' && <ArrowUp aria-hidden="true" className="size-3!" />}
        {state === 'descending' && <ArrowDown aria-hidden="true" className="size-3!" />}
      </button>
    </Th>
  );
}

interface VirtualBodyProps<T> {
  rows: readonly T[];
  draw: (row: T) => ReactNode;
  columns: number;
}

function VirtualBody<T>({ rows, draw, columns }: VirtualBodyProps<T>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [place, setPlace] = useState<{ scroller: HTMLElement | null; margin: number }>({
    scroller: null,
    margin: 0,
  });
  useLayoutEffect(() => {
    const scroller = body.current?.closest<HTMLElement>('[data-scroll]') ?? null;
    const top = (element: HTMLElement | null) => element?.getBoundingClientRect().top ?? 0;
    setPlace({ scroller, margin: top(body.current) - top(scroller) + (scroller?.scrollTop ?? 0) });
  }, []);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.scroller,
    estimateSize: () => 37,
    overscan: 12,
    scrollMargin: place.margin,
    initialRect: { width: 0, height: 900 },
  });
  const items = virtual.getVirtualItems();
  const before = (items[0]?.start ?? place.margin) - place.margin;
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? place.margin) - place.margin);
  return (
    <tbody ref={body}>
      <Gap height={before} columns={columns} />
      {items.map((item) => {
        const row = rows[item.index];
        return row === undefined ? null : draw(row);
      })}
      <Gap height={after} columns={columns} />
    </tbody>
  );
}

function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr>
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}
