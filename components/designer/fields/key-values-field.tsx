// Names and values in rows, such as the headers of a call; an empty row waits at the end.
'use client';
import { X } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { isJsonObject, type JsonObject } from '@/lib/json';
import { toFieldString } from '@/lib/token/field-value';
import type { BuiltInFieldProps } from '../inspector/built-in-fields';
import { FieldLabel } from './field-label';
import { useFieldMessage, useSetValue } from './input-field-editor';
import { TokenField } from './token-field';

interface Row {
  id: number;
  name: string;
  text: string;
}

function toObject(rows: readonly Row[]): JsonObject | undefined {
  const filled = rows.filter((row) => row.name !== '');
  return filled.length === 0 ? undefined : Object.fromEntries(filled.map((row) => [row.name, row.text]));
}

function toRows(value: unknown): Row[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).map(([name, each], id) => ({ id, name, text: toFieldString(each) }));
}

export function KeyValuesField({ step, field, value, readOnly }: BuiltInFieldProps) {
  const setValue = useSetValue(step);
  const message = useFieldMessage(step, field.key, true);
  const [rows, setRows] = useState<Row[]>(() => toRows(value));
  const [nextId, setNextId] = useState(rows.length);
  const isOwn = JSON.stringify(toObject(rows)) === JSON.stringify(toObject(toRows(value)));
  // An undo or the code view changed the value: its rows win over what is typed here.
  const current = isOwn ? rows : toRows(value);
  const shown = readOnly ? current : [...current, { id: nextId, name: '', text: '' }];

  function change(row: Row) {
    const exists = current.some((each) => each.id === row.id);
    const next = exists ? current.map((each) => (each.id === row.id ? row : each)) : [...current, row];
    if (!exists) setNextId(nextId + 1);
    setRows(next);
    setValue(field.path, toObject(next));
  }

  function remove(id: number) {
    const next = current.filter((each) => each.id !== id);
    setRows(next);
    setValue(field.path, toObject(next));
  }

  return (
    <div data-field={field.key}>
      <FieldLabel label={field.label} required={field.required} description={field.description} />
      <div className="flex flex-col gap-1.5">
        {shown.map((row, index) => (
          <div key={row.id} className="flex items-start gap-1.5">
            <Input
              aria-label={`${field.label}, name ${index + 1}`}
              placeholder="Name"
              className="w-32! shrink-0"
              value={row.name}
              readOnly={readOnly}
              onChange={(event) => change({ ...row, name: event.target.value })}
            />
            <div className="min-w-0 flex-1">
              <TokenField
                labelHidden
                fieldKey={`${field.key}/${row.name}`}
                label={`${field.label}, value ${index + 1}`}
                description="Value"
                text={row.text}
                shape={{ type: 'string' }}
                readOnly={readOnly}
                onText={(text) => change({ ...row, text })}
              />
            </div>
            {!readOnly && index < current.length && (
              <IconButton
                icon={<X aria-hidden="true" />}
                label={`Remove ${row.name || 'row'}`}
                size="small"
                onClick={() => remove(row.id)}
              />
            )}
          </div>
        ))}
      </div>
      {message && <p className="mt-1 text-small text-err">{message}</p>}
    </div>
  );
}
