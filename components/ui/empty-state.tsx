// Says why a region is empty, and offers one action and one quieter one.
import type { ReactNode } from 'react';
import { cx } from './class-names';

export interface EmptyStateProps {
  title: ReactNode;
  children?: ReactNode;
  /** Buttons. */
  actions?: ReactNode;
  className?: string | undefined;
}

export function EmptyState({ title, children, actions, className }: EmptyStateProps) {
  return (
    <div className={cx('flex flex-col items-start gap-3 px-5 py-8', className)}>
      <div className="max-w-120">
        <p className="font-semibold">{title}</p>
        {children && <div className="mt-1 text-ink2">{children}</div>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
