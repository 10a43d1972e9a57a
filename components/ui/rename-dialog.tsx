// Changes one name. The error of the server stands under the field.
'use client';
import { useState } from 'react';
import { Button } from './button';
import { describeError } from './describe-error';
import { Dialog } from './dialog';
import { Field } from './field';
import { Input } from './input';

export interface RenameDialogProps {
  /** "Rename flow" */
  title: string;
  label: string;
  value: string;
  onClose: () => void;
  onSave: (name: string) => void;
  busy: boolean;
  error: unknown;
  maxLength?: number | undefined;
}

export function RenameDialog({
  title,
  label,
  value,
  onClose,
  onSave,
  busy,
  error,
  maxLength = 100,
}: RenameDialogProps) {
  const [name, setName] = useState(value);
  const [tried, setTried] = useState(false);
  const trimmed = name.trim();
  const problem =
    tried && trimmed === '' ? `${label} is required.` : error ? describeError(error).message : undefined;
  const save = () => {
    setTried(true);
    if (trimmed === value) onClose();
    else if (trimmed !== '' && !busy) onSave(trimmed);
  };
  const footer = (
    <>
      <Button variant="ghost" onClick={onClose}>
        Cancel
      </Button>
      <Button variant="primary" type="submit" busy={busy}>
        Rename
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      size="small"
      footer={footer}
      onSubmit={save}
    >
      <Field label={label} required error={problem}>
        <Input
          value={name}
          maxLength={maxLength}
          onChange={(event) => setName(event.target.value)}
          onFocus={(event) => event.target.select()}
        />
      </Field>
    </Dialog>
  );
}
