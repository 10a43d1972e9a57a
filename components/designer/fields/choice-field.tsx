// A field with fixed choices; any other value, or dynamic content, can be given instead.
'use client';
import { useState } from 'react';
import { Select } from '@/components/ui/select';
import type { InputField } from '@/lib/connector/model';
import type { JsonValue } from '@/lib/json';
import { toFieldString } from '@/lib/token/field-value';
import { FieldLabel } from './field-label';
import { FieldMessage, type FieldNote } from './field-message';
import { TextSwitch } from './text-switch';
import { TokenField } from './token-field';
import type { Gesture } from './use-set-value';

interface ChoiceFieldProps {
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
  options: readonly { value: JsonValue; label: string }[];
  type: InputField['type'];
  onValue(value: JsonValue | undefined): void;
  /** A value that is typed instead of chosen. */
  onText(text: string, gesture?: Gesture): void;
  onBlur(): void;
}

const custom = '\u0000custom';

export function ChoiceField(props: ChoiceFieldProps) {
  const { fieldKey, label, description, required, value, defaultValue, options, onValue } = props;
  const known = options.findIndex((option) => JSON.stringify(option.value) === JSON.stringify(value));
  const isOther = value !== undefined && value !== '' && known < 0;
  const [chosen, setChosen] = useState(false);
  const isCustom = chosen || isOther;
  const back = (
    <TextSwitch
      asText
      words={['Enter custom value', 'Choose from the list']}
      onSwitch={() => {
        setChosen(false);
        if (isOther) onValue(undefined);
      }}
    />
  );
  if (isCustom) {
    return (
      <TokenField
        {...props}
        aside={props.readOnly ? undefined : back}
        text={toFieldString(value)}
        autoFocus={!isOther}
        onText={(text, gesture) => {
          // What is typed may be one of the choices for a moment.
          setChosen(true);
          props.onText(text, gesture);
        }}
        shape={{ type: props.type }}
      />
    );
  }
  const standard = options.find((option) => JSON.stringify(option.value) === JSON.stringify(defaultValue));
  const none = required ? [] : [{ value: '', label: standard ? `Default (${standard.label})` : 'Not set' }];
  return (
    <div data-field={fieldKey}>
      <FieldLabel label={label} hidden={props.labelHidden} required={required} description={description} />
      <Select
        label={label}
        value={known < 0 ? '' : String(known)}
        placeholder={standard ? `${standard.label} (default)` : description || 'Choose'}
        disabled={props.readOnly}
        onValueChange={(next) => {
          if (next === custom) setChosen(true);
          else onValue(next === '' ? undefined : options[Number(next)]?.value);
        }}
        options={[
          ...none,
          ...options.map((option, index) => ({ value: String(index), label: option.label })),
          { value: custom, label: 'Enter custom value' },
        ]}
      />
      <FieldMessage note={props.note} />
    </div>
  );
}
