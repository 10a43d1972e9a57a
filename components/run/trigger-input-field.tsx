// One field of the Run flow pane.
'use client';
import { Field, Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import type { TriggerInput } from '@/lib/flow/trigger-inputs';

interface TriggerInputFieldProps {
  input: TriggerInput;
  text: string;
  error: string | undefined;
  onChange(text: string): void;
}

const unset = 'unset';

export function TriggerInputField({ input, text, error, onChange }: TriggerInputFieldProps) {
  return (
    <Field
      label={input.title}
      required={input.required}
      error={error}
      hint={input.description === input.title ? undefined : input.description || undefined}
    >
      <Control input={input} text={text} onChange={onChange} />
    </Field>
  );
}

function Control({ input, text, onChange }: Omit<TriggerInputFieldProps, 'error'>) {
  if (input.kind === 'boolean') {
    return (
      <Segmented
        label={input.title}
        value={text === '' ? unset : text}
        onValueChange={(value) => onChange(value === unset ? '' : value)}
        options={[
          { value: 'true', label: 'Yes' },
          { value: 'false', label: 'No' },
          ...(input.required ? [] : [{ value: unset, label: 'Not sent' }]),
        ]}
      />
    );
  }
  if (input.options) {
    return (
      <Select
        value={text}
        onValueChange={onChange}
        options={input.options.map((value) => ({ value, label: value }))}
      />
    );
  }
  const kinds = { text: 'text', number: 'text', date: 'date', email: 'email' } as const;
  return (
    <Input
      type={kinds[input.kind]}
      inputMode={input.kind === 'number' ? 'decimal' : undefined}
      value={text}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
