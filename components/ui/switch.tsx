// An on/off choice that takes effect at once.
'use client';
import { Switch as Radix } from 'radix-ui';
import { type ReactNode, useId } from 'react';

export interface SwitchProps {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  label: ReactNode;
  disabled?: boolean | undefined;
  labelHidden?: boolean | undefined;
}

export function Switch({ checked, onCheckedChange, label, disabled, labelHidden }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-center gap-2">
      <Radix.Root
        id={id}
        checked={checked}
        onCheckedChange={onCheckedChange}
        disabled={disabled ?? false}
        className="h-5 w-9 shrink-0 rounded-box border border-lineS bg-sunken p-px transition-colors duration-120 data-[state=checked]:border-accent data-[state=checked]:bg-accent off:border-line"
      >
        <Radix.Thumb className="block size-4 rounded-full bg-lineS transition-transform duration-120 data-[state=checked]:translate-x-4 data-[state=checked]:bg-surface" />
      </Radix.Root>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : ''}>
        {label}
      </label>
    </div>
  );
}
