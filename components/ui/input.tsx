// Text fields. Inside a Field they are labelled and described by it.
'use client';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './class-names';
import { useFieldAttributes } from './field';

export { Field } from './field';

const frame =
  'w-full min-w-0 rounded-control border border-lineS bg-surface text-ink transition-colors duration-120 ' +
  'data-[tone=error]:border-err data-[tone=warning]:border-warn ' +
  'off:bg-sunken off:text-ink3 [&[readonly]]:bg-sunken focus:outline-2 focus:outline-accent focus:outline-offset-2';

export interface InputProps extends ComponentProps<'input'> {
  mono?: boolean | undefined;
  /** Dots instead of characters: for keys, which no password manager should offer to keep. */
  masked?: boolean | undefined;
  /** Inside the field at the left, e.g. a search glass. */
  leading?: ReactNode;
  /** Inside the field at the right, e.g. a shortcut or a small button. */
  trailing?: ReactNode;
}

export function Input({ mono, masked, leading, trailing, className, ...rest }: InputProps) {
  const field = useFieldAttributes();
  const input = (
    <input
      autoComplete="off"
      {...field}
      {...rest}
      className={cx(
        frame,
        'h-control px-2',
        mono && 'font-mono text-small',
        masked && '[-webkit-text-security:disc]',
        leading ? 'pl-8' : '',
        trailing ? 'pr-9' : '',
        className,
      )}
    />
  );
  if (!leading && !trailing) return input;
  return (
    <div className="relative min-w-0 flex-1">
      {leading && (
        <span className="pointer-events-none absolute inset-y-0 left-2 grid place-items-center text-ink3">
          {leading}
        </span>
      )}
      {input}
      {trailing && (
        <span className="absolute inset-y-0 right-1 grid place-items-center text-ink3">{trailing}</span>
      )}
    </div>
  );
}

export function Textarea({
  mono,
  className,
  ...rest
}: ComponentProps<'textarea'> & { mono?: boolean | undefined }) {
  const field = useFieldAttributes();
  return (
    <textarea
      rows={3}
      {...field}
      {...rest}
      className={cx(frame, 'resize-y px-2 py-1.5', mono && 'font-mono text-small', className)}
    />
  );
}
