// A small window with a form: Cancel and one primary button, Enter sends it.
'use client';
import type { ReactNode } from 'react';
import { Button } from './button';
import { Dialog, type DialogProps } from './dialog';

export interface FormDialogProps {
  title: string;
  description?: string | undefined;
  /** Text of the primary button. */
  submitLabel: string;
  busy: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
  size?: DialogProps['size'];
}

export function FormDialog({
  title,
  description,
  submitLabel,
  busy,
  onSubmit,
  onClose,
  children,
  size = 'small',
}: FormDialogProps) {
  const footer = (
    <>
      <Button variant="ghost" onClick={onClose}>
        Cancel
      </Button>
      <Button variant="primary" type="submit" busy={busy}>
        {submitLabel}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      size={size}
      footer={footer}
      onSubmit={onSubmit}
    >
      {children}
    </Dialog>
  );
}
