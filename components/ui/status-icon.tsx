// Statuses of runs and actions: own silhouette, own word, own colour.
import { cx } from './class-names';
import { Spinner } from './spinner';

type RunStatusName =
  | 'Succeeded'
  | 'Failed'
  | 'Running'
  | 'Waiting'
  | 'Cancelled'
  | 'TimedOut'
  | 'Skipped'
  | 'Retrying'
  | 'InDoubt';

interface Look {
  word: string;
  colour: string;
}

const looks: Record<RunStatusName, Look> = {
  Succeeded: { word: 'Succeeded', colour: 'text-ok' },
  Failed: { word: 'Failed', colour: 'text-err' },
  Running: { word: 'In progress', colour: 'text-run' },
  Waiting: { word: 'Waiting', colour: 'text-run' },
  Cancelled: { word: 'Cancelled', colour: 'text-ink3' },
  TimedOut: { word: 'Timed out', colour: 'text-err' },
  Skipped: { word: 'Skipped', colour: 'text-ink3' },
  Retrying: { word: 'Retrying', colour: 'text-warn' },
  InDoubt: { word: 'In doubt', colour: 'text-warn' },
};

function lookOf(status: string): Look {
  return Object.hasOwn(looks, status)
    ? looks[status as RunStatusName]
    : { word: status, colour: 'text-ink3' };
}

/** The word shown for a status: "In progress" for Running. */
export function statusWord(status: string): string {
  return lookOf(status).word;
}

export interface StatusIconProps {
  status: string;
  className?: string | undefined;
  decorative?: boolean | undefined;
}

export function StatusIcon({ status, className, decorative }: StatusIconProps) {
  const look = lookOf(status);
  const name = decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': look.word };
  if (status === 'Running') {
    return (
      <span
        {...name}
        className={cx('inline-grid size-3.5 shrink-0 place-items-center', look.colour, className)}
      >
        <Spinner />
      </span>
    );
  }
  return (
    <svg
      viewBox="0 0 16 16"
      role={decorative ? undefined : 'img'}
      aria-hidden={decorative || undefined}
      aria-label={decorative ? undefined : look.word}
      className={cx('size-3.5 shrink-0', look.colour, className)}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <Shape status={status} />
    </svg>
  );
}

function Shape({ status }: { status: string }) {
  const mark = { stroke: 'var(--color-surface)', fill: 'none' };
  switch (status) {
    case 'Succeeded':
      return (
        <>
          <circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" />
          <path d="m4.8 8.3 2.2 2.2 4.2-4.6" {...mark} />
        </>
      );
    case 'Failed':
      return (
        <>
          <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="currentColor" stroke="none" />
          <path d="M8 4.5v4M8 11.25v.25" {...mark} />
        </>
      );
    case 'Waiting':
      return (
        <>
          <circle cx="8" cy="8" r="6.2" />
          <path d="M6.4 5.8v4.4M9.6 5.8v4.4" />
        </>
      );
    case 'TimedOut':
      return <path d="M4 1.8h8M4 14.2h8M4.8 2v2.6L8 8l3.2-3.4V2M4.8 14v-2.6L8 8l3.2 3.4V14" />;
    case 'Cancelled':
      return (
        <>
          <circle cx="8" cy="8" r="6.2" />
          <path d="m5.8 5.8 4.4 4.4M10.2 5.8l-4.4 4.4" />
        </>
      );
    case 'Skipped':
      return (
        <>
          <circle cx="8" cy="8" r="6.2" />
          <path d="m3.8 12.2 8.4-8.4" />
        </>
      );
    case 'Retrying':
      return <path d="M13.5 8A5.5 5.5 0 1 1 11.6 3.8M12.2 1.4v2.8H9.4" />;
    case 'InDoubt':
      return (
        <>
          <path d="M8 1.4 14.6 8 8 14.6 1.4 8z" />
          <path d="M8 5v3.4M8 10.8v.2" />
        </>
      );
    default:
      return <circle cx="8" cy="8" r="5" />;
  }
}

/** Icon and word together, as lists and headers show a status. */
export function Status({ status, className }: { status: string; className?: string | undefined }) {
  const look = lookOf(status);
  return (
    <span className={cx('inline-flex items-center gap-1.5 whitespace-nowrap', look.colour, className)}>
      <StatusIcon status={status} decorative />
      {look.word}
    </span>
  );
}
