// A bordered region on the canvas, with an optional head.
import { type ReactNode, useId } from 'react';
import { cx } from './class-names';

export interface PanelProps {
  title?: ReactNode;
  /** At the right of the head. */
  actions?: ReactNode;
  children: ReactNode;
  className?: string | undefined;
  /** Inner space; lists and tables bring their own. */
  padded?: boolean | undefined;
}

export function Panel({ title, actions, children, className, padded }: PanelProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={cx('min-w-0 rounded-card border border-line bg-surface', className)}
    >
      {(title || actions) && (
        <header className="flex min-h-11 flex-wrap items-center gap-2 px-4 py-1.5">
          <h2 id={id} className="text-panel font-semibold">
            {title}
          </h2>
          {actions && <div className="ml-auto flex items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className={padded ? cx('px-4 pb-4', !title && 'pt-4') : 'overflow-hidden rounded-b-card'}>
        {children}
      </div>
    </section>
  );
}
