// A small word on a soft ground: Draft, Live, Internal, Version 2.
import type { ReactNode } from 'react';
import { cx } from './class-names';

const tones = {
  neutral: 'bg-sunken text-ink2',
  ok: 'bg-ok-soft text-ok',
  warn: 'bg-warn-soft text-warn',
  err: 'bg-err-soft text-err',
  run: 'bg-run-soft text-run',
};

type BadgeTone = keyof typeof tones;

export interface BadgeProps {
  children: ReactNode;
  tone?: BadgeTone | undefined;
  /** A coloured dot before the word. */
  dot?: BadgeTone | undefined;
  className?: string | undefined;
}

const dots: Record<BadgeTone, string> = {
  neutral: 'bg-ink3',
  ok: 'bg-ok',
  warn: 'bg-warn',
  err: 'bg-err',
  run: 'bg-run',
};

export function Badge({ children, tone = 'neutral', dot, className }: BadgeProps) {
  return (
    <span
      className={cx(
        'inline-flex h-5 shrink-0 items-center gap-1.5 rounded-chip px-1.5 text-small whitespace-nowrap',
        tones[tone],
        className,
      )}
    >
      {dot && <span aria-hidden="true" className={cx('size-1.5 rounded-full', dots[dot])} />}
      {children}
    </span>
  );
}
