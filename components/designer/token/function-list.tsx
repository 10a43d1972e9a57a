// The functions of the expression language by group, with search.
'use client';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { Input } from '@/components/ui/input';
import { functionCatalogue } from '@/lib/expression/catalogue';
import type { FunctionEntry, FunctionGroupName } from '@/lib/expression/catalogue/entry';
import { signatureText } from './expression-help';

const groupNames: Record<FunctionGroupName, string> = {
  string: 'Text',
  collection: 'Lists',
  logical: 'Logic',
  conversion: 'Conversion',
  math: 'Numbers',
  'date-time': 'Date and time',
  workflow: 'Flow',
  uri: 'Addresses',
  manipulation: 'JSON',
  xml: 'XML',
};

function matches(entry: FunctionEntry, query: string): boolean {
  const text = `${entry.name} ${entry.doc} ${groupNames[entry.group]}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export function FunctionList({ onInsert }: { onInsert(name: string): void }) {
  const [query, setQuery] = useState('');
  const found = functionCatalogue.filter((entry) => matches(entry, query));
  const groups = [...new Set(found.map((entry) => entry.group))];
  return (
    <div className="flex min-h-0 flex-1 flex-col border-t border-line">
      <div className="p-2">
        <Input
          role="searchbox"
          aria-label="Search functions"
          placeholder="Search functions"
          leading={<Search aria-hidden="true" />}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto pb-2">
        {groups.length === 0 && <p className="px-3 py-1 text-ink2">No function matches “{query.trim()}”.</p>}
        {groups.map((group) => (
          <section key={group} aria-label={groupNames[group]}>
            <h4 className="px-3 pt-1.5 pb-0.5 text-small font-medium text-ink3">{groupNames[group]}</h4>
            {found
              .filter((entry) => entry.group === group)
              .map((entry) => (
                <button
                  key={entry.name}
                  type="button"
                  title={entry.doc}
                  onClick={() => onInsert(entry.name)}
                  className="flex w-full items-baseline gap-2 px-3 py-1 text-left hover:bg-hover focus-visible:outline-offset-[-2px]"
                >
                  <code className="shrink-0">{signatureText(entry)}</code>
                  <span className="min-w-0 truncate text-small text-ink3">{entry.doc}</span>
                </button>
              ))}
          </section>
        ))}
      </div>
    </div>
  );
}
