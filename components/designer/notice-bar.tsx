// A bar over the canvas: what happened and the way on.
import type { ReactNode } from 'react';
import { cx } from '@/components/ui/class-names';
import { SeverityIcon } from '@/components/ui/severity-icon';
import { StatusIcon } from '@/components/ui/status-icon';

const tones = {
  ok: 'bg-ok-soft text-ok',
  warning: 'bg-warn-soft text-warn',
  error: 'bg-err-soft text-err',
};

interface NoticeBarProps {
  tone: keyof typeof tones;
  text: ReactNode;
  /** Buttons. */
  children?: ReactNode;
}

export function NoticeBar({ tone, text, children }: NoticeBarProps) {
  return (
    <div
      role="status"
      className={cx('flex flex-wrap items-center gap-2 border-b border-line px-4 py-1.5', tones[tone])}
    >
      {tone === 'ok' ? (
        <StatusIcon status="Succeeded" decorative />
      ) : (
        <SeverityIcon severity={tone} decorative />
      )}
      <span className="min-w-0 flex-1">{text}</span>
      {children}
    </div>
  );
}
