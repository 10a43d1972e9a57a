// Search or jump (Ctrl K): places, verbs, and flows, connectors, operations, connections and solutions by name.
'use client';
import { useRouter } from 'next/navigation';
import { Dialog as Radix } from 'radix-ui';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { cx } from '../ui/class-names';
import { setCommandPaletteOpen, useCommandPaletteOpen } from './command-palette-state';
import { type JumpEntry, searchJumps, useJumps, useOperationJumps } from './jumps';

export function CommandPalette() {
  const open = useCommandPaletteOpen();
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (
        !(event.ctrlKey || event.metaKey) ||
        event.shiftKey ||
        event.altKey ||
        event.key.toLowerCase() !== 'k'
      )
        return;
      event.preventDefault();
      setCommandPaletteOpen(true);
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
      setCommandPaletteOpen(false);
    };
  }, []);
  return (
    <Radix.Root open={open} onOpenChange={setCommandPaletteOpen}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-backdrop" />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-50 w-[min(560px,calc(100vw-24px))] -translate-x-1/2 animate-pop overflow-hidden rounded-box bg-raised text-ink shadow-float focus:outline-none"
        >
          <Radix.Title className="sr-only">Search or jump</Radix.Title>
          <Finder />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Finder() {
  const router = useRouter();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const named = searchJumps(useJumps(), query);
  const operations = useOperationJumps(query);
  const found = [...named, ...operations];
  const list = useId();
  const go = (entry: JumpEntry | undefined) => {
    if (!entry) return;
    setCommandPaletteOpen(false);
    router.push(entry.href);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') go(found[active]);
    else if (event.key === 'ArrowDown') setActive(Math.min(active + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: the dialog exists to type in
        autoFocus
        role="combobox"
        aria-label="Search or jump"
        aria-expanded={true}
        aria-controls={list}
        aria-activedescendant={found.length > 0 ? `${list}-${active}` : undefined}
        placeholder="Search flows, connectors, operations, or jump"
        autoComplete="off"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={press}
        className="h-12 w-full border-b border-line bg-transparent px-4 text-panel focus:outline-none"
      />
      <div id={list} role="listbox" aria-label="Results" className="max-h-[50vh] overflow-y-auto p-1.5">
        {found.map((entry, index) => (
          <JumpRow
            key={entry.key}
            id={`${list}-${index}`}
            entry={entry}
            active={index === active}
            onPoint={() => setActive(index)}
            onChoose={() => go(entry)}
          />
        ))}
        {found.length === 0 && <p className="px-3 py-4 text-ink2">Nothing is called “{query}”.</p>}
      </div>
    </>
  );
}

interface JumpRowProps {
  id: string;
  entry: JumpEntry;
  active: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

function JumpRow({ id, entry, active, onPoint, onChoose }: JumpRowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field, which keeps the focus
    <div
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      ref={(element) => {
        if (active) element?.scrollIntoView({ block: 'nearest' });
      }}
      onPointerMove={onPoint}
      onClick={onChoose}
      className={cx('flex h-9 items-center gap-3 rounded-control px-2.5', active && 'bg-over')}
    >
      <span className="grid w-5 place-items-center text-ink2">{entry.icon}</span>
      <span className="min-w-0 flex-1 truncate">{entry.label}</span>
      <span className="max-w-[45%] shrink-0 truncate text-small text-ink2">{entry.group}</span>
    </div>
  );
}
