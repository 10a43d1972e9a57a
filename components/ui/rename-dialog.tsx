// Changes one name. The error of the server stands under the field.
'use client';
import { useState } from 'react';
import { describeError } from './describe-error';
import { Field } from './field';
import { FormDialog } from './form-dialog';
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
  return (
    <FormDialog title={title} submitLabel="Rename" busy={busy} onSubmit={save} onClose={onClose}>
      <Field label={label} required error={problem}>
        <Input
          value={name}
          maxLength={maxLength}
          onChange={(event) => setName(event.target.value)}
          onFocus={(event) => event.target.select()}
        />
      </Field>
    </FormDialog>
  );
}
