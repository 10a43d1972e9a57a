// The line under a card during and after a run: status, what came of it, how long it took.
'use client';
import type { ReactNode } from 'react';
import { Elapsed, RetryCountdown } from '@/components/run/elapsed';
import { isRetrying, type RunRecord, shownStatus } from '@/components/run/run-model';
import { cx } from '@/components/ui/class-names';
import { StatusIcon, statusWord } from '@/components/ui/status-icon';
import { stripDetail } from './card-texts';

const tones: Record<string, string> = {
  Succeeded: 'text-ok',
  Failed: 'text-err',
  TimedOut: 'text-err',
  Running: 'text-run',
  Waiting: 'text-run',
  InDoubt: 'text-warn',
  Retrying: 'text-warn',
};

interface RunStripProps {
  record: RunRecord | undefined;
  /** The run has ended. */
  over: boolean;
  /** The step calls over HTTP: its code is a status worth showing. */
  isCall?: boolean | undefined;
  /** What stands before the duration. */
  children?: ReactNode;
}

export function RunStrip({ record, over, isCall = false, children }: RunStripProps) {
  return (
    <div className="pointer-events-none flex h-[26px] shrink-0 items-center gap-1.5 border-t border-line px-3 text-small">
      {record ? (
        <>
          <StatusIcon status={shownStatus(record)} decorative />
          <span className={cx('shrink-0', tones[shownStatus(record)] ?? 'text-ink2')}>
            {isRetrying(record) ? <RetryCountdown record={record} /> : statusWord(shownStatus(record))}
          </span>
          <span className="min-w-0 truncate text-ink2">
            {shownStatus(record) === 'InDoubt' ? 'decide in the Run tab' : stripDetail(record, isCall)}
          </span>
          <span className="ml-auto" />
          {children}
          <span className="shrink-0 text-ink2">
            <Elapsed record={record} />
          </span>
        </>
      ) : (
        <span className="text-ink3">{over ? 'Not reached' : 'Waiting to start'}</span>
      )}
    </div>
  );
}
