// Short notices at the bottom: done with Undo, or failed. Also spoken.
'use client';
import { Toaster as Sonner, toast } from 'sonner';
import { describeError } from './describe-error';
import { announce } from './live-region';

export interface NotifyOptions {
  action?: { label: string; run: () => void } | undefined;
  /** Milliseconds; 6 s by default. */
  duration?: number | undefined;
}

/** "Deleted Pay Invoice." with an optional Undo. */
export function notify(text: string, { action, duration = 6000 }: NotifyOptions = {}): void {
  announce(text);
  toast(text, { duration, ...(action ? { action: { label: action.label, onClick: action.run } } : {}) });
}

/** A failure that has no better place to be shown. */
export function notifyError(error: unknown): void {
  const { message } = describeError(error);
  announce(message, true);
  toast.error(message, { duration: 10_000 });
}

export function Toaster() {
  return (
    <Sonner
      position="bottom-center"
      offset={20}
      gap={8}
      style={{ fontFamily: 'inherit' }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-(--width) items-center gap-3 rounded-card bg-btn px-3 py-2.5 text-btn-ink shadow-float text-body',
          actionButton: 'ml-auto shrink-0 rounded-chip px-2 py-1 font-semibold underline underline-offset-2',
          title: 'min-w-0',
        },
      }}
    />
  );
}
