// Changes one name. The error of the server stands under the field.
'use client';
import { useState } from 'react';
import { describeError } from './describe-error';
import { Field } from './field';
import { FormDialog } from './form-dialog';
import { Input } from './input';
import { nameError } from './name-error';

export interface RenameDialogProps {
  /** "Rename flow" */
  title: string;
  label: string;
  value: string;
  onClose: () => void;
  onSave: (name: string) => void;
  busy: boolean;
  error: unknown;
}

export function RenameDialog({ title, label, value, onClose, onSave, busy, error }: RenameDialogProps) {
  const [name, setName] = useState(value);
  const [tried, setTried] = useState(false);
  const trimmed = name.trim();
  const wrongName = nameError(label, name);
  const shownError =
    (tried || trimmed !== '' ? wrongName : undefined) ?? (error ? describeError(error).message : undefined);
  const save = () => {
    setTried(true);
    if (trimmed === value) onClose();
    else if (!wrongName && !busy) onSave(trimmed);
  };
  return (
    <FormDialog title={title} submitLabel="Rename" busy={busy} onSubmit={save} onClose={onClose}>
      <Field label={label} required error={shownError}>
        <Input
          value={name}
          onChange={(event) => setName(event.target.value)}
          onFocus={(event) => event.target.select()}
        />
      </Field>
    </FormDialog>
  );
}
