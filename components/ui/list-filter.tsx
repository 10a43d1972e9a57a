// The filter above a list; `/` jumps to it from anywhere on the page.
'use client';
import { Search } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Input } from './input';

export interface ListFilterProps {
  value: string;
  onChange: (value: string) => void;
  label: string;
}

export function ListFilter({ value, onChange, label }: ListFilterProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      input.current?.focus();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (
    <div className="w-full sm:w-64">
      <Input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        leading={<Search aria-hidden="true" />}
        trailing={value ? undefined : <kbd className="px-1.5">/</kbd>}
      />
    </div>
  );
}

/** Whether a key press belongs to a field, an editor or an open menu. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role="menuitem"]'))
  );
}

/** True when every word of the query occurs in the texts. */
export function matchesFilter(query: string, ...texts: (string | undefined)[]): boolean {
  const text = texts.join(' ').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
