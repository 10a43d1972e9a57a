// A choice of one where each option needs a sentence.
'use client';
import { RadioGroup as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

export interface RadioCard<T extends string> {
  value: T;
  label: string;
  description: string;
  icon?: ReactNode;
}

export interface RadioCardsProps<T extends string> {
  label: string;
  value: T;
  onValueChange: (value: T) => void;
  options: readonly RadioCard<T>[];
}

export function RadioCards<T extends string>({ label, value, onValueChange, options }: RadioCardsProps<T>) {
  return (
    <div className="flex flex-col gap-1">
      <span aria-hidden="true" className="font-medium">
        {label}
      </span>
      <Radix.Root
        aria-label={label}
        value={value}
        onValueChange={(next) => onValueChange(next as T)}
        className="flex flex-col gap-2"
      >
        {options.map((option) => (
          <Radix.Item
            key={option.value}
            value={option.value}
            className="group flex w-full items-start gap-3 rounded-card border border-line bg-surface px-3 py-2.5 text-left hover:bg-hover data-[state=checked]:border-ink"
          >
            {option.icon && <span className="mt-px text-ink2">{option.icon}</span>}
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">{option.label}</span>
              <span className="block text-small text-ink2">{option.description}</span>
            </span>
            <span
              aria-hidden="true"
              className="mt-px grid size-4 shrink-0 place-items-center rounded-full border border-lineS group-data-[state=checked]:border-ink"
            >
              <Radix.Indicator className="size-2 rounded-full bg-ink" />
            </span>
          </Radix.Item>
        ))}
      </Radix.Root>
    </div>
  );
}
