// Yes, No, or not sent; dynamic content can be given instead.
'use client';
import { useState } from 'react';
import { Segmented } from '@/components/ui/segmented';
import type { JsonValue } from '@/lib/json';
import { toFieldString, toFieldValue } from '@/lib/token/field-value';
import { FieldLabel } from './field-label';
import { TokenField } from './token-field';

interface BooleanFieldProps {
  fieldKey: string;
  label: string;
  description: string;
  required: boolean;
  error: string | undefined;
  readOnly: boolean;
  value: JsonValue | undefined;
  defaultValue: JsonValue | undefined;
  onValue(value: JsonValue | undefined): void;
}

export function BooleanField(props: BooleanFieldProps) {
  const { fieldKey, label, description, required, value, defaultValue, onValue } = props;
  const [isCustom, setCustom] = useState(typeof value === 'string' && value !== '');
  const toggle = (
    <button
      type="button"
      className="text-small text-ink2 underline underline-offset-2"
      onClick={() => {
        if (isCustom) onValue(undefined);
        setCustom(!isCustom);
      }}
    >
      {isCustom ? 'Choose Yes or No' : 'Enter custom value'}
    </button>
  );
  const aside = props.readOnly ? undefined : toggle;
  if (isCustom) {
    return (
      <TokenField
        {...props}
        aside={aside}
        text={toFieldString(value)}
        onText={(text) => onValue(toFieldValue(text, 'boolean'))}
        shape={{ type: 'boolean' }}
      />
    );
  }
  const standard = typeof defaultValue === 'boolean' ? ` (${defaultValue ? 'Yes' : 'No'} by default)` : '';
  return (
    <div data-field={fieldKey}>
      <FieldLabel label={label} required={required} description={description} aside={aside} />
      <Segmented
        label={label}
        disabled={props.readOnly}
        value={value === true ? 'yes' : value === false ? 'no' : 'none'}
        onValueChange={(next) => onValue(next === 'none' ? undefined : next === 'yes')}
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
          { value: 'none', label: `Not sent${standard}` },
        ]}
      />
      {props.error && <p className="mt-1 text-small text-err">{props.error}</p>}
    </div>
  );
}
