// A field with fixed choices; any other value, or dynamic content, can be given instead.
'use client';
import { useState } from 'react';
import { Select } from '@/components/ui/select';
import type { InputField } from '@/lib/connector/model';
import type { JsonValue } from '@/lib/json';
import { toFieldString, toFieldValue } from '@/lib/token/field-value';
import { FieldLabel } from './field-label';
import { TokenField } from './token-field';

interface ChoiceFieldProps {
  fieldKey: string;
  label: string;
  description: string;
  required: boolean;
  error: string | undefined;
  readOnly: boolean;
  value: JsonValue | undefined;
  defaultValue: JsonValue | undefined;
  options: readonly { value: JsonValue; label: string }[];
  type: InputField['type'];
  onValue(value: JsonValue | undefined): void;
}

const custom = '\u0000custom';

export function ChoiceField(props: ChoiceFieldProps) {
  const { fieldKey, label, description, required, value, defaultValue, options, onValue } = props;
  const known = options.findIndex((option) => JSON.stringify(option.value) === JSON.stringify(value));
  const [isCustom, setCustom] = useState(value !== undefined && value !== '' && known < 0);
  const back = (
    <button
      type="button"
      className="text-small text-ink2 underline underline-offset-2"
      onClick={() => {
        setCustom(false);
        if (known < 0) onValue(undefined);
      }}
    >
      Choose from the list
    </button>
  );
  if (isCustom) {
    return (
      <TokenField
        {...props}
        aside={props.readOnly ? undefined : back}
        text={toFieldString(value)}
        onText={(text) => onValue(toFieldValue(text, props.type))}
        shape={{ type: props.type }}
      />
    );
  }
  const standard = options.find((option) => JSON.stringify(option.value) === JSON.stringify(defaultValue));
  const none = required ? [] : [{ value: '', label: standard ? `Default (${standard.label})` : 'Not set' }];
  return (
    <div data-field={fieldKey}>
      <FieldLabel label={label} required={required} description={description} />
      <Select
        label={label}
        value={known < 0 ? '' : String(known)}
        placeholder={standard ? `${standard.label} (default)` : description || 'Choose'}
        disabled={props.readOnly}
        onValueChange={(next) => {
          if (next === custom) setCustom(true);
          else onValue(next === '' ? undefined : options[Number(next)]?.value);
        }}
        options={[
          ...none,
          ...options.map((option, index) => ({ value: String(index), label: option.label })),
          { value: custom, label: 'Enter custom value' },
        ]}
      />
      {props.error && <p className="mt-1 text-small text-err">{props.error}</p>}
    </div>
  );
}
