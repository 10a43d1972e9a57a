// A square button that shows only an icon; its label is the accessible name and the tooltip.
'use client';
import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { cx } from './class-names';
import { Tooltip } from './tooltip';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  label: string;
  icon: ReactNode;
  size?: 'default' | 'small' | undefined;
  variant?: 'ghost' | 'secondary' | undefined;
  /** Shown instead of the label, e.g. with a shortcut: "Undo (Ctrl Z)". */
  tooltip?: ReactNode;
  tooltipSide?: 'top' | 'right' | 'bottom' | 'left' | undefined;
  disabledReason?: string | undefined;
}

export function IconButton(props: IconButtonProps) {
  const {
    label,
    icon,
    size = 'default',
    variant = 'ghost',
    tooltip,
    tooltipSide,
    disabledReason,
    ...rest
  } = props;
  const { className, onClick, ...attributes } = rest;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (disabledReason === undefined) onClick?.(event);
  };
  return (
    <Tooltip content={disabledReason ?? tooltip ?? label} side={tooltipSide}>
      <button
        type="button"
        {...attributes}
        onClick={press}
        aria-label={label}
        aria-disabled={disabledReason !== undefined || undefined}
        className={cx(
          'inline-grid shrink-0 place-items-center rounded-control text-ink2 transition-colors duration-120',
          'hover:bg-hover hover:text-ink off:text-ink3 aria-disabled:text-ink3 aria-disabled:hover:bg-transparent',
          'data-[state=open]:bg-hover aria-pressed:bg-hover aria-pressed:text-ink',
          variant === 'secondary' && 'border border-line bg-surface',
          size === 'small' ? 'size-7' : 'size-control',
          className,
        )}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
