// The fields of a step: those that are seen, with a filter where they are many, and the advanced ones folded.
'use client';
import { Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Input } from '@/components/ui/input';
import { useDesigner } from '../store/designer-context';
import { AdvancedFold } from './advanced-fold';
import { useFolded } from './use-folded';

export interface ListedField {
  key: string;
  label: string;
  description: string;
  advanced: boolean;
  /** It has a value, so it is not folded away. */
  filled: boolean;
  draw(): ReactNode;
}

const many = 12;

function matches(field: ListedField, query: string): boolean {
  const text = `${field.label} ${field.key} ${field.description}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export function FieldList({ fields }: { fields: readonly ListedField[] }) {
  const [query, setQuery] = useState('');
  const folded = useFolded(fields);
  // A field that is asked for must not be filtered away.
  const asked = useDesigner((state) => state.focusRequest);
  const [answered, setAnswered] = useState(asked?.count);
  if (asked && asked.count !== answered) {
    setAnswered(asked.count);
    setQuery('');
  }
  const shown = fields.filter((field) => !folded.has(field.key));
  const searching = query.trim() !== '';
  const found = searching ? fields.filter((field) => matches(field, query)) : shown;
  return (
    <>
      {shown.length > many && (
        <Input
          role="searchbox"
          aria-label="Filter fields"
          placeholder={`Filter ${fields.length} fields`}
          leading={<Search aria-hidden="true" />}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      )}
      {searching && found.length === 0 && <p className="text-ink2">No field matches “{query.trim()}”.</p>}
      {found.map((field) => field.draw())}
      {!searching && (
        <AdvancedFold keys={[...folded]}>
          {fields.filter((field) => folded.has(field.key)).map((field) => field.draw())}
        </AdvancedFold>
      )}
    </>
  );
}
