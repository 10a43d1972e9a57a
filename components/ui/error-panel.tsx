// One region failed: a plain sentence, Try again, and the details for whoever helps.
'use client';
import { RotateCw } from 'lucide-react';
import { Button } from './button';
import { CopyButton } from './copy-button';
import { describeError } from './describe-error';
import { SeverityIcon } from './severity-icon';

export interface ErrorPanelProps {
  error: unknown;
  onRetry?: (() => void) | undefined;
  /** What could not be done: "The flows could not be loaded." */
  title?: string | undefined;
  className?: string | undefined;
}

export function ErrorPanel({
  error,
  onRetry,
  title = 'This could not be loaded.',
  className,
}: ErrorPanelProps) {
  const { message, details } = describeError(error);
  return (
    <div role="alert" className={className ?? 'flex flex-col items-start gap-3 px-5 py-6'}>
      <div className="flex max-w-140 gap-2">
        <SeverityIcon severity="error" decorative className="mt-0.5" />
        <div>
          <p className="font-semibold">{title}</p>
          <p className="mt-0.5 break-words text-ink2">{message}</p>
        </div>
      </div>
      <div className="flex gap-2">
        {onRetry && (
          <Button icon={<RotateCw aria-hidden="true" />} onClick={onRetry}>
            Try again
          </Button>
        )}
        <CopyButton text={details} label="Copy details" variant="ghost" />
      </div>
    </div>
  );
}
