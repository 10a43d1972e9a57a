// Names and values in rows, such as the headers of a call or a free object; an empty row waits at the end. The whole can
// also be given as JSON or as one token.
'use client';
import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { dictionaryType } from '@/lib/connector/field-details';
import type { JsonValue } from '@/lib/json';
import { toFieldString, toFieldValue } from '@/lib/token/field-value';
import type { TokenType } from '@/lib/token/token';
import { FieldLabel } from './field-label';
import { FieldMessage, useFieldNote } from './field-message';
import type { EditedField } from './input-field-editor';
import { type KeyValueRow, readRows, toObject, toRows, whyNotStored } from './key-values';
import { TextSwitch } from './text-switch';
import { TokenField } from './token-field';
import type { Gesture, SetValue } from './use-set-value';
import { useUnstored } from './use-unstored';

export interface KeyValuesFieldProps {
  step: string;
  field: EditedField;
  path: string[];
  value: JsonValue | undefined;
  readOnly: boolean;
  setValue: SetValue;
}

export function KeyValuesField(props: KeyValuesFieldProps) {
  const { step, field, path, value, readOnly, setValue } = props;
  const unstored = useUnstored({ step, field: field.key, path, value });
  const [rows, setRows] = useState<KeyValueRow[]>(() => readRows(unstored.text) ?? toRows(value));
  const [nextId, setNextId] = useState(rows.length);
  const [asText, setAsText] = useState(typeof value === 'string' && value !== '');
  const isOwn = JSON.stringify(toObject(rows)) === JSON.stringify(toObject(toRows(value)));
  // An undo or the code view changed the value: its rows win over what is typed here.
  const current = isOwn ? rows : toRows(value);
  const inner = current.flatMap((row) => (row.name === '' ? [] : [`${field.key}/${row.name}`]));
  const note = useFieldNote({ step, field: field.key, inner });
  const lost = whyNotStored(current);
  const type = field.described ? dictionaryType(field.described) : 'string';
  const toggle = readOnly ? undefined : (
    <TextSwitch
      asText={asText}
      words={['Use JSON or a whole object', 'Enter names and values']}
      onSwitch={() => {
        if (asText && typeof value === 'string') setValue(path, undefined);
        setAsText(!asText);
      }}
    />
  );

  if (asText) {
    return (
      <TokenField
        fieldKey={field.key}
        label={field.label}
        description={field.description}
        placeholder="An object from an earlier step, or JSON"
        required={field.required}
        aside={toggle}
        note={note}
        readOnly={readOnly}
        multiline
        text={toFieldString(value)}
        shape={{ type: 'object' }}
        onText={(text, gesture) => setValue(path, toFieldValue(text, 'object'), gesture)}
      />
    );
  }

  function store(next: KeyValueRow[], gesture?: Gesture) {
    const object = toObject(next);
    const message = whyNotStored(next);
    setRows(next);
    if (message === undefined) unstored.drop();
    else unstored.put(JSON.stringify(next), { value: object, message });
    setValue(path, object, gesture);
  }

  function change(row: KeyValueRow, gesture?: Gesture) {
    const exists = current.some((each) => each.id === row.id);
    if (!exists) setNextId(nextId + 1);
    store(exists ? current.map((each) => (each.id === row.id ? row : each)) : [...current, row], gesture);
  }

  const shown = readOnly ? current : [...current, { id: nextId, name: '', value: '' }];
  return (
    <div data-field={field.key}>
      <FieldLabel
        label={field.label}
        required={field.required}
        description={field.description}
        aside={toggle}
      />
      <div className="flex flex-col gap-1.5">
        {shown.map((row, index) => (
          <Row
            key={row.id}
            step={step}
            field={field}
            number={index + 1}
            row={row}
            type={type}
            readOnly={readOnly}
            onRow={change}
            onRemove={
              index < current.length ? () => store(current.filter((each) => each.id !== row.id)) : undefined
            }
          />
        ))}
      </div>
      <FieldMessage note={lost === undefined ? note : { message: lost, severity: 'error' }} />
    </div>
  );
}

interface RowProps {
  step: string;
  field: EditedField;
  number: number;
  row: KeyValueRow;
  /** Type of the value. */
  type: TokenType;
  readOnly: boolean;
  onRow(row: KeyValueRow, gesture?: Gesture): void;
  onRemove: (() => void) | undefined;
}

function Row({ step, field, number, row, type, readOnly, onRow, onRemove }: RowProps) {
  const key = `${field.key}/${row.name}`;
  const found = useFieldNote({ step, field: key, touched: row.name !== '' });
  const note = row.name === '' ? undefined : found;
  // A format is broken by the name: values of rows are text.
  const ofName = note?.code === 'FLOW4012';
  const id = useId();
  // Where anything may stand, what stood there says what kind of value is typed.
  const kind = type === 'any' && typeof row.value === 'number' ? 'number' : type;
  return (
    <div data-field={key}>
      <div className="flex items-start gap-1.5">
        <Input
          aria-label={`${field.label}, name ${number}`}
          aria-invalid={(ofName && note.severity === 'error') || undefined}
          aria-describedby={ofName ? id : undefined}
          data-tone={ofName ? note.severity : undefined}
          placeholder="Name"
          className="w-32! shrink-0"
          value={row.name}
          readOnly={readOnly}
          onChange={(event) => onRow({ ...row, name: event.target.value })}
        />
        <div className="min-w-0 flex-1">
          <TokenField
            labelHidden
            fieldKey={`${key}/value`}
            label={`${field.label}, value ${number}`}
            description="Value"
            note={ofName ? undefined : note}
            text={toFieldString(row.value)}
            shape={{ type }}
            readOnly={readOnly}
            onText={(text, gesture) => onRow({ ...row, value: toFieldValue(text, kind) ?? '' }, gesture)}
          />
        </div>
        {!readOnly && onRemove && (
          <IconButton
            icon={<X aria-hidden="true" />}
            label={`Remove ${row.name || 'row'}`}
            size="small"
            className="mt-0.5"
            onClick={onRemove}
          />
        )}
      </div>
      {ofName && <FieldMessage id={id} note={note} />}
    </div>
  );
}
