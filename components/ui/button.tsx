// The product's button, and a link that looks like one. One primary button per screen.
'use client';
import Link from 'next/link';
import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { cx } from './class-names';
import { Spinner } from './spinner';
import { Tooltip } from './tooltip';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
export type ButtonSize = 'default' | 'small';

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-btn text-btn-ink border-btn hover:bg-btn-hover hover:border-btn-hover',
  secondary: 'bg-surface text-ink border-line hover:bg-hover',
  ghost: 'bg-transparent text-ink border-transparent hover:bg-hover',
  danger: 'bg-surface text-err border-err hover:bg-err-soft',
};

const sizes: Record<ButtonSize, string> = { default: 'h-control px-3', small: 'h-7 px-2 text-small' };

/** Classes shared by buttons and links that look like buttons. */
export function buttonClass(variant: ButtonVariant = 'secondary', size: ButtonSize = 'default'): string {
  return cx(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-control border font-medium whitespace-nowrap',
    'transition-colors duration-120 select-none aria-disabled:text-ink3 aria-disabled:bg-transparent aria-disabled:border-line',
    'off:text-ink3 off:bg-transparent off:border-line aria-disabled:cursor-not-allowed',
    variants[variant],
    sizes[size],
  );
}

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  icon?: ReactNode;
  /** Work is going on: the label stays, clicks do nothing. */
  busy?: boolean | undefined;
  /** Why the button cannot be used now; it stays focusable and says so. */
  disabledReason?: string | undefined;
}

export function Button({
  variant,
  size,
  icon,
  busy,
  disabledReason,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const blocked = busy || disabledReason !== undefined;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (blocked) event.preventDefault();
    else onClick?.(event);
  };
  const button = (
    <button
      type="button"
      {...rest}
      onClick={press}
      aria-disabled={blocked || undefined}
      aria-busy={busy || undefined}
      className={cx(buttonClass(variant, size), className)}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  );
  return disabledReason ? <Tooltip content={disabledReason}>{button}</Tooltip> : button;
}

export interface ButtonLinkProps extends ComponentProps<typeof Link> {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  icon?: ReactNode;
}

export function ButtonLink({ variant, size, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={cx(buttonClass(variant, size), className)}>
      {icon}
      {children}
    </Link>
  );
}
