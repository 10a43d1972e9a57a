// Dropdown of an input: none, or a fixed list of values with the names makers see.
'use client';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import type { InputField } from '@/lib/connector/model';
import type { JsonValue } from '@/lib/json';

type Options = NonNullable<InputField['options']>;

interface DropdownEditorProps {
  options: InputField['options'];
  type: InputField['type'];
  /** Undefined takes the dropdown away. */
  onChange: (options: Options | undefined) => void;
}

interface Row {
  id: number;
  value: string;
  label: string;
}

function toValue(text: string, type: InputField['type']): JsonValue {
  if ((type === 'integer' || type === 'number') && text.trim() !== '' && Number.isFinite(Number(text)))
    return Number(text);
  if (type === 'boolean') return text === 'true';
  return text;
}

export function DropdownEditor({ options, type, onChange }: DropdownEditorProps) {
  const [rows, setRows] = useState<Row[]>(() =>
    (options ?? []).map((option, id) => ({ id, value: String(option.value), label: option.label })),
  );
  const [kind, setKind] = useState<'none' | 'static'>(options ? 'static' : 'none');

  const write = (next: Row[]) => {
    setRows(next);
    const filled = next.filter((row) => row.value !== '');
    onChange(
      filled.length === 0
        ? undefined
        : filled.map((row) => ({ value: toValue(row.value, type), label: row.label || row.value })),
    );
  };
  const nextId = rows.reduce((most, row) => Math.max(most, row.id), -1) + 1;

  return (
    <div className="grid gap-2 sm:col-span-2">
      <span className="font-medium">Dropdown type</span>
      <Segmented
        label="Dropdown type"
        className="justify-self-start"
        value={kind}
        onValueChange={(next) => {
          setKind(next);
          if (next === 'none') onChange(undefined);
          else write(rows.length > 0 ? rows : [{ id: 0, value: '', label: '' }]);
        }}
        options={[
          { value: 'none', label: 'None' },
          { value: 'static', label: 'Static' },
        ]}
      />
      {kind === 'static' && (
        <>
          <ul className="grid gap-1">
            {rows.map((row, index) => (
              <li key={row.id} className="flex gap-2">
                <Input
                  mono
                  aria-label={`Value ${index + 1}`}
                  placeholder="Value"
                  value={row.value}
                  onChange={(event) =>
                    write(
                      rows.map((other) =>
                        other.id === row.id ? { ...other, value: event.target.value } : other,
                      ),
                    )
                  }
                />
                <Input
                  aria-label={`Display name ${index + 1}`}
                  placeholder="Display name"
                  value={row.label}
                  onChange={(event) =>
                    write(
                      rows.map((other) =>
                        other.id === row.id ? { ...other, label: event.target.value } : other,
                      ),
                    )
                  }
                />
                <IconButton
                  label={`Remove value ${index + 1}`}
                  icon={<X />}
                  onClick={() => write(rows.filter((other) => other.id !== row.id))}
                />
              </li>
            ))}
          </ul>
          <Button
            size="small"
            variant="ghost"
            icon={<Plus />}
            className="justify-self-start"
            onClick={() => setRows([...rows, { id: nextId, value: '', label: '' }])}
          >
            Add a value
          </Button>
        </>
      )}
    </div>
  );
}
