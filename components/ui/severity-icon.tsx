// Four levels of findings, each with its own silhouette: octagon, triangle, circle, small ring. Never colour alone.
import type { Severity } from '@/lib/problem';
import { cx } from './class-names';

const names: Record<Severity, string> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Information',
  hint: 'Hint',
};
const colours: Record<Severity, string> = {
  error: 'text-err',
  warning: 'text-warn',
  info: 'text-run',
  hint: 'text-ink3',
};

export interface SeverityIconProps {
  severity: Severity;
  className?: string | undefined;
  /** The word stands beside it, so the icon itself says nothing. */
  decorative?: boolean | undefined;
  /** Accessible name instead of the level's word. */
  label?: string | undefined;
}

export function SeverityIcon({ severity, className, decorative, label }: SeverityIconProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      role={decorative ? undefined : 'img'}
      aria-hidden={decorative || undefined}
      aria-label={decorative ? undefined : (label ?? names[severity])}
      className={cx('size-3.5 shrink-0', colours[severity], className)}
      fill="currentColor"
    >
      <Shape severity={severity} />
    </svg>
  );
}

function Shape({ severity }: { severity: Severity }) {
  const mark = {
    fill: 'none',
    stroke: 'var(--color-surface)',
    strokeWidth: 1.75,
    strokeLinecap: 'round',
  } as const;
  switch (severity) {
    case 'error':
      return (
        <>
          <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" />
          <path d="M8 4.5v4M8 11.25v.25" {...mark} />
        </>
      );
    case 'warning':
      return (
        <>
          <path d="M8 1.2c.5 0 .9.25 1.15.7l5.7 10.4c.5.9-.15 2-1.15 2H2.3c-1 0-1.65-1.1-1.15-2L6.85 1.9c.25-.45.65-.7 1.15-.7z" />
          <path d="M8 5.5v3.6M8 11.6v.2" {...mark} />
        </>
      );
    case 'info':
      return (
        <>
          <circle cx="8" cy="8" r="7" />
          <path d="M8 7.5v4M8 4.6v.2" {...mark} />
        </>
      );
    case 'hint':
      return <circle cx="8" cy="8" r="4" fill="none" stroke="currentColor" strokeWidth="1.75" />;
  }
}
