// The operations of a file as a list to choose from, with a filter and all or none at once.
'use client';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { Input } from '@/components/ui/input';

export interface OfferedOperation {
  id: string;
  method: string;
  path: string;
  summary: string;
}

interface OperationChoiceProps {
  operations: readonly OfferedOperation[];
  excluded: ReadonlySet<string>;
  onChange: (excluded: ReadonlySet<string>) => void;
}

/** From how many operations a filter is worth its room. */
const filterFrom = 12;

export function OperationChoice({ operations, excluded, onChange }: OperationChoiceProps) {
  const [filter, setFilter] = useState('');
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = operations.filter(({ id, summary, path }) => {
    const text = `${id} ${summary} ${path}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const chosen = operations.length - excluded.size;
  const allShownChosen = shown.every((operation) => !excluded.has(operation.id));

  const set = (ids: readonly string[], isWanted: boolean) => {
    const next = new Set(excluded);
    for (const id of ids) {
      if (isWanted) next.delete(id);
      else next.add(id);
    }
    onChange(next);
  };

  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-medium">
        Operations ({chosen} of {operations.length})
      </legend>
      <div className="flex items-center gap-4">
        {operations.length >= filterFrom && (
          <div className="w-72">
            <Input
              type="search"
              aria-label="Filter operations"
              placeholder="Filter operations"
              leading={<Search />}
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
            />
          </div>
        )}
        {shown.length > 1 && (
          <button
            type="button"
            className="font-semibold text-accent hover:underline"
            onClick={() =>
              set(
                shown.map((operation) => operation.id),
                !allShownChosen,
              )
            }
          >
            {allShownChosen ? 'Choose none' : 'Choose all'}
            {filter === '' ? '' : ' of these'}
          </button>
        )}
      </div>
      {operations.length === 0 ? (
        <p className="text-ink3">The file describes no operations. They can be added in the editor.</p>
      ) : (
        <div className="max-h-96 overflow-y-auto rounded-control border border-line">
          {shown.map((operation) => (
            <label
              key={`${operation.method} ${operation.path}`}
              className="flex items-center gap-3 border-b border-line px-3 py-1.5 last:border-b-0 hover:bg-hover"
            >
              <input
                type="checkbox"
                checked={!excluded.has(operation.id)}
                onChange={(event) => set([operation.id], event.target.checked)}
              />
              <span className="min-w-0 flex-1 truncate">{operation.summary.trim() || operation.id}</span>
              <code className="min-w-0 max-w-[60%] truncate text-ink3">
                {operation.method} {operation.path}
              </code>
            </label>
          ))}
          {shown.length === 0 && <p className="px-3 py-2 text-ink3">No operation matches “{filter}”.</p>}
        </div>
      )}
    </fieldset>
  );
}
