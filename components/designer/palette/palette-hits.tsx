// What a search of the palette found; by connector when there is much.
'use client';
import { useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import type { ShownEntry } from '@/lib/connector/palette-index';
import type { PaletteHit, PaletteResult } from '@/lib/connector/palette-search';
import { PaletteRow } from './palette-row';
import type { PaletteTab } from './palette-tabs';

interface PaletteHitsProps {
  query: string;
  result: PaletteResult<ShownEntry>;
  tab: PaletteTab;
  onPick(id: string): void;
  onQuery(query: string): void;
  onAllTabs(): void;
}

const firstHits = 60;

export function PaletteHits(props: PaletteHitsProps) {
  const { result, onPick } = props;
  const [shownGroup, setShownGroup] = useState<string>();
  if (result.hits.length === 0) return <NoHits {...props} />;
  return (
    <>
      {result.groups && shownGroup === undefined
        ? result.groups.map((group) => (
            <section key={group.owner} aria-label={group.ownerName} className="mb-2">
              <h3 className="px-1.5 pb-0.5 text-small font-medium text-ink3">
                {group.ownerName} · {group.total}
              </h3>
              <Rows hits={group.hits} onPick={onPick} />
              {group.total > group.hits.length && (
                <Button size="small" variant="ghost" onClick={() => setShownGroup(group.owner)}>
                  See all {group.total}
                </Button>
              )}
            </section>
          ))
        : null}
      {(!result.groups || shownGroup !== undefined) && (
        <Rows
          hits={result.hits
            .filter(({ entry }) => shownGroup === undefined || entry.owner === shownGroup)
            .slice(0, firstHits)}
          withOwner={shownGroup === undefined}
          onPick={onPick}
        />
      )}
      <HiddenLine count={result.hidden} />
    </>
  );
}

interface RowsProps {
  hits: readonly PaletteHit<ShownEntry>[];
  withOwner?: boolean | undefined;
  onPick(id: string): void;
}

function Rows({ hits, withOwner, onPick }: RowsProps) {
  return hits.map(({ entry, ranges }) => (
    <PaletteRow
      key={entry.id}
      entry={entry}
      ranges={ranges}
      detail={withOwner ? `${entry.ownerName} · ${entry.detail}` : undefined}
      onPick={onPick}
    />
  ));
}

function HiddenLine({ count }: { count: number }) {
  if (count === 0) return null;
  const text = count === 1 ? '1 hidden operation matches' : `${count} hidden operations match`;
  return <p className="px-1.5 pt-2 text-small text-ink3">{text} (visibility: internal).</p>;
}

function NoHits({ query, result, tab, onQuery, onAllTabs }: PaletteHitsProps) {
  const { suggestion } = result;
  return (
    <div className="flex flex-col items-start gap-2 px-1.5 py-2">
      <p className="text-ink2">
        No step matches “{query.trim()}”.
        {suggestion && (
          <>
            {' '}
            Did you mean{' '}
            <button type="button" className="font-semibold underline" onClick={() => onQuery(suggestion)}>
              {suggestion}
            </button>
            ?
          </>
        )}
      </p>
      <div className="flex gap-2">
        {tab !== 'all' && (
          <Button size="small" onClick={onAllTabs}>
            Search in all tabs
          </Button>
        )}
        <ButtonLink size="small" variant="ghost" href="/connectors/new">
          Import a connector
        </ButtonLink>
      </div>
      <HiddenLine count={result.hidden} />
    </div>
  );
}
