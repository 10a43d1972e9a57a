// The operations of a connector as one line, where there is no room for the list beside the operation.
'use client';
import { Select } from '@/components/ui/select';
import type { Operation } from '@/lib/connector/model';

interface OperationPickerProps {
  operations: readonly Operation[];
  selected: string | undefined;
  onSelect: (id: string) => void;
}

export function OperationPicker({ operations, selected, onSelect }: OperationPickerProps) {
  return (
    <Select
      label="Operation"
      value={selected ?? ''}
      onValueChange={onSelect}
      placeholder="Choose an operation"
      options={operations.map(({ id, method, path }) => ({
        value: id,
        label: id,
        description: `${method} ${path}`,
      }))}
    />
  );
}
