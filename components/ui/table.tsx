// The look of tables: hairlines, quiet headers, rows that are links. `DataTable` builds whole lists from these.
import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './class-names';

export function Table({
  label,
  children,
  className,
}: {
  label: string;
  children: ReactNode;
  className?: string | undefined;
}) {
  return (
    <table aria-label={label} className={cx('w-full border-collapse text-left', className)}>
      {children}
    </table>
  );
}

export function Th({ className, ...rest }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      {...rest}
      className={cx('h-8 px-3 text-small font-medium whitespace-nowrap text-ink3', className)}
    />
  );
}

export function Tr({ className, ...rest }: ComponentProps<'tr'>) {
  return (
    <tr
      {...rest}
      className={cx('group relative border-t border-line hover:bg-hover focus-within:bg-hover', className)}
    />
  );
}

export function Td({ className, ...rest }: ComponentProps<'td'>) {
  return <td {...rest} className={cx('h-row px-3 py-1 align-middle', className)} />;
}

/** A link whose target is the whole row; controls beside it need `relative z-10`. */
export function RowLink({
  href,
  children,
  className,
}: {
  href: string;
  children: ReactNode;
  className?: string | undefined;
}) {
  return (
    <Link
      href={href}
      className={cx(
        'font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent',
        className,
      )}
    >
      {children}
    </Link>
  );
}
