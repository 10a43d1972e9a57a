// Columns that most lists have.
import type { ReactNode } from 'react';
import type { Column } from './data-table';
import { RelativeTime } from './relative-time';

type From = Column<unknown>['from'];

/** How many there are of something, at the right. */
export function countColumn<T>(header: string, count: (row: T) => number, from: From): Column<T> {
  return { key: header.toLowerCase(), header, from, align: 'right', sort: count, cell: count };
}

/** When the row was last changed. */
export function modifiedColumn<T extends { modifiedAt: number }>(from: From): Column<T> {
  return {
    key: 'modified',
    header: 'Modified',
    from,
    sort: (row) => row.modifiedAt,
    cell: (row) => <RelativeTime time={row.modifiedAt} className="whitespace-nowrap text-ink2" />,
  };
}

/** The menu at the end of each row. */
export function menuColumn<T>(menu: (row: T) => ReactNode): Column<T> {
  return {
    key: 'menu',
    header: <span className="sr-only">Actions</span>,
    align: 'right',
    className: 'w-12',
    cell: menu,
  };
}
