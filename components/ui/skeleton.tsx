// Placeholders in the final geometry. They appear 150 ms late, so that fast answers never flicker.
import { cx } from './class-names';

export function Skeleton({ className }: { className?: string | undefined }) {
  return (
    <span aria-hidden="true" className={cx('block h-3 animate-late rounded-chip bg-sunken', className)} />
  );
}

const widths = ['w-40', 'w-56', 'w-32', 'w-48', 'w-44', 'w-36'];

/** Rows of a list that is on its way. */
export function SkeletonRows({ rows = 6, label = 'Loading' }: { rows?: number; label?: string }) {
  return (
    <div role="status" aria-label={label} className="divide-y divide-line">
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no identity
        <div key={index} className="flex h-row items-center gap-3 px-3">
          <Skeleton className="size-5" />
          <Skeleton className={widths[index % widths.length]} />
          <Skeleton className="ml-auto w-20" />
        </div>
      ))}
    </div>
  );
}
