// Yes, No, or not sent; dynamic content can be given instead.
'use client';
import { useState } from 'react';
import { Segmented } from '@/components/ui/segmented';
import type { JsonValue } from '@/lib/json';
import { toFieldString } from '@/lib/token/field-value';
import { FieldLabel } from './field-label';
import { FieldMessage, type FieldNote } from './field-message';
import { TextSwitch } from './text-switch';
import { TokenField } from './token-field';
import type { Gesture } from './use-set-value';

interface BooleanFieldProps {
  fieldKey: string;
  label: string;
  description: string;
  placeholder?: string | undefined;
  required: boolean;
  note: FieldNote | undefined;
  readOnly: boolean;
  labelHidden?: boolean | undefined;
  value: JsonValue | undefined;
  defaultValue: JsonValue | undefined;
  onValue(value: JsonValue | undefined): void;
  /** A value that is typed instead of chosen. */
  onText(text: string, gesture?: Gesture): void;
  onBlur(): void;
}

export function BooleanField(props: BooleanFieldProps) {
  const { fieldKey, label, description, required, value, defaultValue, onValue } = props;
  const [chosen, setChosen] = useState(typeof value === 'string' && value !== '');
  const isCustom = chosen || (typeof value === 'string' && value !== '');
  const aside = props.readOnly ? undefined : (
    <TextSwitch
      asText={isCustom}
      words={['Enter custom value', 'Choose Yes or No']}
      onSwitch={() => {
        if (isCustom && typeof value === 'string') onValue(undefined);
        setChosen(!isCustom);
      }}
    />
  );
  if (isCustom) {
    return (
      <TokenField
        {...props}
        aside={aside}
        text={toFieldString(value)}
        autoFocus={typeof value !== 'string'}
        onText={(text, gesture) => {
          setChosen(true);
          props.onText(text, gesture);
        }}
        shape={{ type: 'boolean' }}
      />
    );
  }
  const standard = typeof defaultValue === 'boolean' ? ` (${defaultValue ? 'Yes' : 'No'} by default)` : '';
  // What is required without a default cannot be left out.
  const none = required && standard === '' ? [] : [{ value: 'none' as const, label: `Not sent${standard}` }];
  return (
    <div data-field={fieldKey}>
      <FieldLabel
        label={label}
        hidden={props.labelHidden}
        required={required}
        description={description}
        aside={aside}
      />
      <Segmented
        label={label}
        disabled={props.readOnly}
        value={value === true ? 'yes' : value === false ? 'no' : 'none'}
        onValueChange={(next) => onValue(next === 'none' ? undefined : next === 'yes')}
        options={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }, ...none]}
      />
      <FieldMessage note={props.note} />
    </div>
  );
}
