// The form of an operation in the Test tab: the fields of the card, with internal ones shown and tagged.
'use client';
import { Badge } from '@/components/ui/badge';
import { Field, Input, Textarea } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { listInputs } from '@/lib/connector/inputs';
import type { Connector, InputField, Operation } from '@/lib/connector/model';
import type { JsonValue } from '@/lib/json';
import { readTypedText, toTypedText } from '../definition/value-text';

export type FormValues = Record<string, string>;

/** A value that is masked, and never kept in the browser. */
export function isSecretInput({ format, key }: InputField): boolean {
  return format === 'password' || /password|passphrase|secret/i.test(key);
}

/** What the form starts with: defaults and test values of the definition. */
export function startValues(connector: Connector, operation: Operation): FormValues {
  return Object.fromEntries(
    listInputs(connector, operation).map((input) => [
      input.key,
      toTypedText(input.default ?? input.schema['x-ms-test-value']),
    ]),
  );
}

/** Texts of the form as values of their types; what does not fit is named by field. */
export function toParameters(
  inputs: readonly InputField[],
  values: FormValues,
): { parameters: Record<string, JsonValue>; errors: Record<string, string> } {
  const parameters: Record<string, JsonValue> = {};
  const errors: Record<string, string> = {};
  for (const input of inputs) {
    const text = values[input.key] ?? '';
    if (text === '') {
      if (input.required) errors[input.key] = `${input.label} is required.`;
      continue;
    }
    const read = readTypedText(text, input.type);
    if ('mustBe' in read) errors[input.key] = `${input.label} must be ${read.mustBe}.`;
    else parameters[input.key] = read.value;
  }
  return { parameters, errors };
}

interface TestFormProps {
  connector: Connector;
  operation: Operation;
  values: FormValues;
  errors: Readonly<Record<string, string | undefined>>;
  onChange: (input: InputField, text: string) => void;
}

export function TestForm({ connector, operation, values, errors, onChange }: TestFormProps) {
  const inputs = listInputs(connector, operation);
  if (inputs.length === 0) return <p className="text-ink2">This operation has no inputs.</p>;
  const advanced = inputs.filter((input) => input.visibility === 'advanced');
  const row = (input: InputField) => (
    <TestField
      key={input.key}
      input={input}
      value={values[input.key] ?? ''}
      error={errors[input.key]}
      onChange={(text) => onChange(input, text)}
    />
  );
  return (
    <>
      {inputs.filter((input) => input.visibility !== 'advanced').map(row)}
      {advanced.length > 0 && (
        <details open={advanced.some((input) => errors[input.key])}>
          <summary className="font-medium text-ink2">Advanced parameters ({advanced.length})</summary>
          <div className="mt-3 grid gap-4">{advanced.map(row)}</div>
        </details>
      )}
    </>
  );
}

interface TestFieldProps {
  input: InputField;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

function TestField({ input, value, error, onChange }: TestFieldProps) {
  const tag = input.visibility === 'internal' ? <Badge>internal</Badge> : `${input.type}`;
  const choices =
    input.options ??
    (input.type === 'boolean'
      ? [
          { value: true, label: 'Yes' },
          { value: false, label: 'No' },
        ]
      : undefined);
  return (
    <Field
      label={input.label}
      required={input.required}
      aside={tag}
      error={error}
      hint={input.description || undefined}
    >
      {choices ? (
        <Select
          value={value}
          onValueChange={onChange}
          options={[
            ...(input.required ? [] : [{ value: '', label: '(not sent)' }]),
            ...choices.map((choice) => ({ value: String(choice.value), label: choice.label })),
          ]}
        />
      ) : input.type === 'object' || input.type === 'array' ? (
        <Textarea mono rows={4} value={value} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Input
          masked={isSecretInput(input)}
          value={value}
          placeholder={input.format === 'date-time' ? '2026-01-31T00:00:00Z' : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
