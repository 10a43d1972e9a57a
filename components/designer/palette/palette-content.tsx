// What can be added: tabs, search, recent steps, built-in groups and connectors. The same in the panel and at a +.
'use client';
import { Search } from 'lucide-react';
import {
  type KeyboardEvent,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Input } from '@/components/ui/input';
import { announce } from '@/components/ui/live-region';
import { notifyError } from '@/components/ui/toast';
import type { ShownEntry } from '@/lib/connector/palette/entries';
import type { PaletteResult } from '@/lib/connector/palette/search';
import { listTriggers } from '@/lib/flow/tree';
import { useDesigner } from '../store/designer-context';
import { PaletteBrowse } from './palette-browse';
import { PaletteHits, type WholeGroup } from './palette-hits';
import { PaletteNoHits } from './palette-no-hits';
import { type PaletteTab, PaletteTabs, readTab } from './palette-tabs';
import { readRecent } from './recent';
import { useApiIdsInFlow } from './use-api-ids';
import { usePaletteEntries } from './use-entries';
import { type PaletteQuery, usePaletteSearch } from './use-palette-search';

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

/** Says what was found once typing pauses. */
function useSpokenCount(query: string, found: PaletteResult<ShownEntry> | undefined) {
  const total = found?.total;
  const first = found?.hits[0]?.entry.label ?? '';
  useEffect(() => {
    if (query.trim() === '' || total === undefined) return;
    const text = total === 0 ? 'No results.' : `${total} results, ${first} first.`;
    const timer = setTimeout(() => announce(text), 600);
    return () => clearTimeout(timer);
  }, [query, total, first]);
}

export function PaletteContent({ onPick, popover }: PaletteContentProps) {
  const entries = usePaletteEntries();
  const [chosenTab, setTab] = useState<PaletteTab>(readTab);
  const [query, setQuery] = useState('');
  const [recent] = useState(readRecent);
  // Of which search one group is shown whole; another search begins with all groups again.
  const [asked, setAsked] = useState<WholeGroup & { query: string }>();
  const inFlow = useApiIdsInFlow();
  const role = useDesigner((state) =>
    listTriggers(state.flow.definition).length === 0 ? 'trigger' : 'action',
  );
  // Runs begin by built-in triggers alone.
  const tab = role === 'trigger' ? 'built-in' : chosenTab;
  const searched = useDeferredValue(query);
  const whole = asked?.query === searched ? asked : undefined;
  const owner = whole?.owner;
  const search = useMemo(
    (): PaletteQuery => ({ query: searched, tab, role, recent, inFlow, owner }),
    [searched, tab, role, recent, inFlow, owner],
  );
  const { result, current, error, ask, findFirst } = usePaletteSearch(entries, search);
  const field = useRef<HTMLInputElement>(null);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const picking = useRef(false);
  useSpokenCount(searched, current ? result : undefined);
  useEffect(() => {
    if (popover) field.current?.focus();
  }, [popover]);
  const showWhole = useCallback(
    (group: WholeGroup | undefined) => {
      setAsked(group && { ...group, query: searched });
      field.current?.focus();
    },
    [searched],
  );

  /** Enter takes the best hit of what stands in the field, also where the list is still that of a letter before. */
  async function pickFirst() {
    if (picking.current) return;
    picking.current = true;
    try {
      const first = await findFirst(query);
      if (first !== undefined) onPick(first);
    } catch (failure) {
      notifyError(failure);
    } finally {
      picking.current = false;
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys of the rows end here
    <div className="flex min-h-0 flex-1 flex-col" onKeyDown={walkRows}>
      <div className="px-3 pt-3">
        <Input
          ref={field}
          role="searchbox"
          aria-label="Search steps"
          placeholder={role === 'trigger' ? 'Search triggers' : 'Search steps'}
          leading={<Search aria-hidden="true" />}
          value={query}
          onChange={(event) => {
            ask(event.target.value);
            setQuery(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              void pickFirst();
            } else if (event.key === 'Escape' && query !== '') {
              event.stopPropagation();
              event.preventDefault();
              setQuery('');
            }
          }}
        />
        {role === 'trigger' ? (
          <p className="mt-2 text-small text-ink2">A trigger starts the flow. Choose one first.</p>
        ) : (
          <PaletteTabs tab={tab} onTab={setTab} />
        )}
      </div>
      {/* The attribute tells `tests/bench/palette-paint.bench.ts` which search is on the screen. */}
      <div
        ref={setScroller}
        data-results-of={current ? searched : undefined}
        className="min-h-0 flex-1 overflow-y-auto px-1.5 pt-2 pb-3"
      >
        {searched.trim() === '' ? (
          <PaletteBrowse
            entries={entries}
            tab={tab}
            role={role}
            recent={recent}
            closed={popover ?? false}
            scroller={scroller}
            onPick={onPick}
          />
        ) : error ? (
          <ErrorPanel error={error} title="The steps could not be searched." className="px-1.5 py-2" />
        ) : result === undefined ? null : result.hits.length === 0 ? (
          <PaletteNoHits
            query={searched}
            result={result}
            onQuery={setQuery}
            onAllTabs={tab === 'all' || role === 'trigger' ? undefined : () => setTab('all')}
          />
        ) : (
          <PaletteHits
            name={`${tab} ${owner ?? ''} ${searched}`}
            result={result}
            whole={current ? whole : undefined}
            scroller={scroller}
            onPick={onPick}
            onWhole={showWhole}
          />
        )}
      </div>
    </div>
  );
}
