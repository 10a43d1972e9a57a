// Dropdown of an input: none, or a fixed list of values with the names makers see.
'use client';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Segmented } from '@/components/ui/segmented';
import type { InputField } from '@/lib/connector/model';
import { DraftInput } from '../store/draft-text';
import { type DropdownOptions, type DropdownRow, rowsOf, toOptions } from './dropdown-rows';

interface DropdownEditorProps {
  options: InputField['options'];
  type: InputField['type'];
  /** Undefined takes the dropdown away. */
  onChange: (options: DropdownOptions | undefined) => void;
}

const empty = { value: '', label: '' };

export function DropdownEditor({ options, type, onChange }: DropdownEditorProps) {
  const [typed, setTyped] = useState<readonly DropdownRow[]>([]);
  const rows = rowsOf(options, { type, rows: typed });
  const kind = rows.length > 0 ? 'static' : 'none';
  const nextId = rows.reduce((most, row) => Math.max(most, row.id), -1) + 1;

  const write = (next: readonly DropdownRow[]) => {
    setTyped(next);
    onChange(toOptions(next, type));
  };
  const set = (id: number, change: Partial<DropdownRow>) =>
    write(rows.map((row) => (row.id === id ? { ...row, ...change } : row)));

  return (
    <div className="grid gap-2 sm:col-span-2">
      <span className="font-medium">Dropdown type</span>
      <Segmented
        label="Dropdown type"
        className="justify-self-start"
        value={kind}
        onValueChange={(next) => write(next === 'none' ? [] : [{ id: nextId, ...empty }])}
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
                <DraftInput
                  mono
                  aria-label={`Value ${index + 1}`}
                  placeholder="Value"
                  value={row.value}
                  onCommit={(value) => set(row.id, { value })}
                />
                <DraftInput
                  aria-label={`Display name ${index + 1}`}
                  placeholder="Display name"
                  value={row.label}
                  onCommit={(label) => set(row.id, { label })}
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
            onClick={() => setTyped([...rows, { id: nextId, ...empty }])}
          >
            Add a value
          </Button>
        </>
      )}
    </div>
  );
}
