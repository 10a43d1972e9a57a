// A region that shows what a query brings: skeleton, then content, or a panel that says what failed.
'use client';
import type { ReactNode } from 'react';
import { ErrorPanel } from './error-panel';
import { SkeletonRows } from './skeleton';

export interface QueryRegionProps<T> {
  query: { data: T | undefined; error: unknown; refetch: () => unknown };
  /** Completes "… could not be loaded.": "The flows". */
  what: string;
  children: (data: T) => ReactNode;
  skeleton?: ReactNode;
}

export function QueryRegion<T>({ query, what, children, skeleton }: QueryRegionProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error)
    return (
      <ErrorPanel
        error={query.error}
        title={`${what} could not be loaded.`}
        onRetry={() => query.refetch()}
      />
    );
  return skeleton ?? <SkeletonRows label={`${what} are loading`} />;
}
