// Asks before something that cannot be undone, and says what it will do.
'use client';
import type { ReactNode } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

export interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** The verb: "Delete". */
  confirmLabel: string;
  onConfirm: () => void;
  danger?: boolean | undefined;
  busy?: boolean | undefined;
  /** Why it cannot be confirmed. */
  disabledReason?: string | undefined;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    open,
    onOpenChange,
    title,
    description,
    children,
    confirmLabel,
    onConfirm,
    danger,
    busy,
    disabledReason,
  } = props;
  const footer = (
    <>
      <Button variant="ghost" onClick={() => onOpenChange(false)}>
        Cancel
      </Button>
      <Button
        type="submit"
        variant={danger ? 'danger' : 'primary'}
        busy={busy}
        disabledReason={disabledReason}
      >
        {confirmLabel}
      </Button>
    </>
  );
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      size="small"
      footer={footer}
      onSubmit={busy || disabledReason !== undefined ? () => undefined : onConfirm}
    >
      {children}
    </Dialog>
  );
}
