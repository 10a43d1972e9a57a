// A region that shows what a query brings: skeleton, then content, or a panel that says what failed.
'use client';
import { type ReactNode, useState } from 'react';
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
  const [lastError, setLastError] = useState<unknown>();
  // Another try clears the error of the query; what failed stays in sight until something comes back.
  if (query.error && query.error !== lastError) setLastError(query.error);
  const error = query.error ?? lastError;
  if (query.data !== undefined) return children(query.data);
  if (error)
    return (
      <ErrorPanel error={error} title={`${what} could not be loaded.`} onRetry={() => query.refetch()} />
    );
  return skeleton ?? <SkeletonRows label={`${what} are loading`} />;
}
