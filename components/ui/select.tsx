// A choice of one from a short list. Options are data; an empty value is allowed.
'use client';
import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from './class-names';
import { useFieldAttributes } from './field';

interface SelectOption {
  value: string;
  label: string;
  /** Before the label, e.g. a brand tile. */
  icon?: ReactNode;
  /** Second line. */
  description?: string | undefined;
  disabled?: boolean | undefined;
}

export interface SelectProps {
  value: string;
  onValueChange: (value: string) => void;
  options: readonly SelectOption[];
  placeholder?: string | undefined;
  /** Needed outside a Field. */
  label?: string | undefined;
  disabled?: boolean | undefined;
  size?: 'default' | 'small' | undefined;
  className?: string | undefined;
  /** Before the chosen label, e.g. a status dot. */
  leading?: ReactNode;
}

// Radix keeps '' for "nothing chosen", so an option with an empty value travels under another name.
const empty = ' empty';
const outward = (value: string) => (value === empty ? '' : value);
const inward = (value: string) => (value === '' ? empty : value);

export function Select(props: SelectProps) {
  const {
    value,
    onValueChange,
    options,
    placeholder = 'Choose',
    label,
    disabled,
    size,
    className,
    leading,
  } = props;
  const field = useFieldAttributes();
  const known = options.some((option) => option.value === value);
  return (
    <Radix.Root
      value={known ? inward(value) : ''}
      onValueChange={(next) => onValueChange(outward(next))}
      disabled={disabled ?? false}
    >
      <Radix.Trigger
        {...field}
        aria-label={label}
        className={cx(
          'flex w-full min-w-0 items-center gap-2 rounded-control border border-lineS bg-surface text-left text-ink',
          'data-[placeholder]:text-ink3 data-[tone=error]:border-err off:bg-sunken off:text-ink3',
          size === 'small' ? 'h-7 px-1.5 text-small' : 'h-control px-2',
          className,
        )}
      >
        {leading}
        <span className="min-w-0 flex-1 truncate">
          <Radix.Value placeholder={placeholder} />
        </span>
        <ChevronDown aria-hidden="true" className="text-ink3" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-80 max-w-120 min-w-(--radix-select-trigger-width) animate-pop overflow-hidden rounded-card bg-raised text-ink shadow-float"
        >
          <Radix.Viewport className="p-1">
            {options.length === 0 && <p className="px-2 py-1.5 text-ink3">Nothing to choose from.</p>}
            {options.map((option) => (
              <Option key={option.value} option={option} />
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Option({ option }: { option: SelectOption }) {
  return (
    <Radix.Item
      value={inward(option.value)}
      disabled={option.disabled ?? false}
      textValue={option.label}
      className="flex min-h-8 items-center gap-2 rounded-control px-2 py-1 outline-none data-[disabled]:text-ink3 data-[highlighted]:bg-over"
    >
      {option.icon}
      <span className="min-w-0 flex-1">
        <Radix.ItemText>{option.label}</Radix.ItemText>
        {option.description && <span className="block text-small text-ink2">{option.description}</span>}
      </span>
      <Radix.ItemIndicator>
        <Check aria-hidden="true" />
      </Radix.ItemIndicator>
    </Radix.Item>
  );
}
