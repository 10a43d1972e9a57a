// A modal window with title, content and footer. With onSubmit it is a form, and Enter submits.
'use client';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { FormEvent, ReactNode } from 'react';
import { cx } from './class-names';
import { IconButton } from './icon-button';

const widths = { small: 'max-w-100', medium: 'max-w-130', large: 'max-w-200', wide: 'max-w-280' };

const fields =
  '[data-body] :is(input, textarea, [role=combobox], [role=radio][aria-checked=true]):not([type=hidden], :disabled)';

/** The first field, else the first button of the footer (Cancel), never the cross. */
function focusFirst(event: Event): void {
  const content = event.currentTarget;
  if (!(content instanceof HTMLElement) || content.contains(document.activeElement)) return;
  const first =
    content.querySelector<HTMLElement>(fields) ?? content.querySelector<HTMLElement>('[data-foot] button');
  if (!first) return;
  event.preventDefault();
  first.focus();
}

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  footer?: ReactNode;
  size?: keyof typeof widths | undefined;
  onSubmit?: (() => void) | undefined;
}

export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  size = 'medium',
  onSubmit,
}: DialogProps) {
  const body = (
    <>
      <header className="flex items-start gap-3 px-5 pt-4 pb-1">
        <div className="min-w-0 flex-1">
          <Radix.Title className="text-panel font-semibold">{title}</Radix.Title>
          {description && <Radix.Description className="mt-1 text-ink2">{description}</Radix.Description>}
        </div>
        <Radix.Close asChild>
          <IconButton label="Close" icon={<X aria-hidden="true" />} size="small" className="-mt-1 -mr-1.5" />
        </Radix.Close>
      </header>
      {children && (
        <div data-body="" className="min-h-0 flex-1 overflow-y-auto px-5 py-3">
          {children}
        </div>
      )}
      {footer && (
        <footer data-foot="" className="flex flex-wrap justify-end gap-2 px-5 pt-2 pb-4">
          {footer}
        </footer>
      )}
    </>
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onSubmit?.();
  };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-backdrop" />
        <Radix.Content
          onOpenAutoFocus={focusFirst}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cx(
            'fixed top-[14vh] left-1/2 z-50 flex max-h-[78vh] w-[calc(100vw-24px)] -translate-x-1/2 animate-pop flex-col rounded-box bg-raised text-ink shadow-float focus:outline-none',
            widths[size],
          )}
        >
          {onSubmit ? (
            <form noValidate onSubmit={submit} className="flex min-h-0 flex-col">
              {body}
            </form>
          ) : (
            body
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
