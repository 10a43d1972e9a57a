// The label over a field: name, asterisk, and its description on demand, since placeholders vanish.
'use client';
import { Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tooltip } from '@/components/ui/tooltip';

interface FieldLabelProps {
  label: string;
  htmlFor?: string | undefined;
  required?: boolean | undefined;
  description?: string | undefined;
  aside?: ReactNode;
  /** Only what stands aside is shown: the control has its name from elsewhere. */
  hidden?: boolean | undefined;
}

export function FieldLabel({ label, htmlFor, required, description, aside, hidden }: FieldLabelProps) {
  if (hidden) return aside ? <div className="mb-1 text-right">{aside}</div> : null;
  return (
    <div className="mb-1 flex items-center gap-1.5">
      <label htmlFor={htmlFor} className="min-w-0 truncate font-medium">
        {label}
      </label>
      {required && (
        <span className="text-err" title="required">
          <span aria-hidden="true">*</span>
          <span className="sr-only">required</span>
        </span>
      )}
      {description && description !== label && (
        <Tooltip content={description}>
          <button
            type="button"
            tabIndex={-1}
            aria-label={`About ${label}`}
            className="text-ink3 hover:text-ink"
          >
            <Info aria-hidden="true" className="size-3.5" />
          </button>
        </Tooltip>
      )}
      {aside && <span className="ml-auto">{aside}</span>}
    </div>
  );
}
