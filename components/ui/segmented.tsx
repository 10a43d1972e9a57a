// A choice of one from two to five short words, all visible. Arrow keys move the choice, as in radio buttons.
'use client';
import { RadioGroup as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from './class-names';

export interface SegmentedProps<T extends string> {
  value: T;
  onValueChange: (value: T) => void;
  options: readonly { value: T; label: ReactNode; title?: string | undefined }[];
  /** Accessible name of the group. */
  label: string;
  disabled?: boolean | undefined;
  className?: string | undefined;
}

export function Segmented<T extends string>({
  value,
  onValueChange,
  options,
  label,
  disabled,
  className,
}: SegmentedProps<T>) {
  return (
    <Radix.Root
      value={value}
      onValueChange={(next) => onValueChange(next as T)}
      aria-label={label}
      orientation="horizontal"
      disabled={disabled ?? false}
      className={cx('inline-flex self-start rounded-control border border-lineS bg-surface', className)}
    >
      {options.map((option) => (
        <Radix.Item
          key={option.value}
          value={option.value}
          title={option.title}
          className={cx(
            'h-[calc(var(--control)-2px)] border-l border-line px-3 text-ink2 first:rounded-l-[5px] first:border-l-0 last:rounded-r-[5px]',
            'hover:bg-hover data-[state=checked]:bg-btn data-[state=checked]:text-btn-ink off:text-ink3',
          )}
        >
          {option.label}
        </Radix.Item>
      ))}
    </Radix.Root>
  );
}
