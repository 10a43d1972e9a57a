// What can be added: tabs, search, recent steps, built-in groups and connectors. The same in the panel and at a +.
'use client';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Input } from '@/components/ui/input';
import { announce } from '@/components/ui/live-region';
import { listTriggers } from '@/lib/flow/tree';
import { useDesigner } from '../store/designer-context';
import { PaletteBrowse } from './palette-browse';
import { PaletteHits } from './palette-hits';
import { type PaletteTab, PaletteTabs, readTab } from './palette-tabs';
import { readRecent } from './recent';
import { usePaletteEntries } from './use-entries';
import { usePaletteSearch } from './use-palette-search';

interface PaletteContentProps {
  onPick(id: string): void;
  /** In a popover the search has the focus at once and connectors start closed. */
  popover?: boolean | undefined;
}

const rows = '[data-row]';

/** Arrow keys walk over the rows; Arrow Up on the first goes back to the search. */
function walkRows(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  // The tabs are radio buttons and use the arrows themselves.
  if (event.target instanceof Element && event.target.closest('[role="radiogroup"]')) return;
  const list = [...event.currentTarget.querySelectorAll<HTMLElement>(rows)];
  const at = list.findIndex((each) => each.isSameNode(document.activeElement));
  const next = event.key === 'ArrowDown' ? list[at + 1] : list[at - 1];
  event.preventDefault();
  if (next) next.focus();
  else if (event.key === 'ArrowUp') event.currentTarget.querySelector<HTMLElement>('input')?.focus();
}

export function PaletteContent({ onPick, popover }: PaletteContentProps) {
  const entries = usePaletteEntries();
  const [tab, setTab] = useState<PaletteTab>(readTab);
  const [query, setQuery] = useState('');
  const [recent] = useState(readRecent);
  const searched = useDeferredValue(query);
  const role = useDesigner((state) =>
    listTriggers(state.flow.definition).length === 0 ? 'trigger' : 'action',
  );
  const search = useRef<HTMLInputElement>(null);
  const { result, current, error } = usePaletteSearch(entries, { query: searched, tab, role, recent });
  const first = current ? result?.hits[0]?.entry : undefined;
  const count = result?.hits.length ?? 0;

  useEffect(() => {
    if (popover) search.current?.focus();
  }, [popover]);
  useEffect(() => {
    if (searched.trim() === '' || !current) return;
    const timer = setTimeout(() => {
      announce(count === 0 ? 'No results.' : `${count} results, ${first?.label ?? ''} first.`);
    }, 600);
    return () => clearTimeout(timer);
  }, [searched, current, count, first?.label]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys of the rows end here
    <div className="flex min-h-0 flex-1 flex-col" onKeyDown={walkRows}>
      <div className="px-3 pt-3">
        <Input
          ref={search}
          role="searchbox"
          aria-label="Search steps"
          placeholder="Search steps"
          leading={<Search aria-hidden="true" />}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && first) {
              event.preventDefault();
              onPick(first.id);
            } else if (event.key === 'Escape' && query !== '') {
              event.stopPropagation();
              event.preventDefault();
              setQuery('');
            }
          }}
        />
        <PaletteTabs tab={tab} onTab={setTab} />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-1.5 pt-2 pb-3">
        {searched.trim() === '' ? (
          <PaletteBrowse
            entries={entries}
            tab={tab}
            role={role}
            recent={recent}
            closed={popover ?? false}
            onPick={onPick}
          />
        ) : error ? (
          <ErrorPanel error={error} title="The steps could not be searched." className="px-1.5 py-2" />
        ) : result === undefined ? null : (
          <PaletteHits
            query={searched}
            result={result}
            tab={tab}
            onPick={onPick}
            onQuery={setQuery}
            onAllTabs={() => setTab('all')}
          />
        )}
      </div>
    </div>
  );
}
