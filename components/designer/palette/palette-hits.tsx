// What a search of the palette found; by connector when there is much, and one connector whole when it is asked for.
'use client';
import { ArrowLeft } from 'lucide-react';
import { memo, useMemo } from 'react';
import { Button } from '@/components/ui/button';
import type { ShownEntry } from '@/lib/connector/palette/entries';
import { mostHits, type PaletteHit } from '@/lib/connector/palette/hits';
import type { PaletteResult } from '@/lib/connector/palette/search';
import { type ListItem, PaletteList } from './palette-list';
import { PaletteRow } from './palette-row';

/** A connector or built-in group all of whose results are shown. */
export interface WholeGroup {
  owner: string;
  ownerName: string;
}

interface PaletteHitsProps {
  /** Names the search: another name, another list. */
  name: string;
  result: PaletteResult<ShownEntry>;
  whole: WholeGroup | undefined;
  scroller: HTMLElement | null;
  onPick(id: string): void;
  onWhole(group: WholeGroup | undefined): void;
}

const heights = { title: 24, row: 46, button: 32, note: 24 };

function Title({ text }: { text: string }) {
  return <h3 className="truncate px-1.5 pt-1 pb-0.5 text-small font-medium text-ink3">{text}</h3>;
}

export const PaletteHits = memo(function PaletteHits(props: PaletteHitsProps) {
  const { name, result, whole, scroller, onPick, onWhole } = props;
  const items = useMemo(() => {
    const { groups, hits } = result;
    const rows =
      groups && !whole
        ? toGroupItems(groups, { onPick, onWhole })
        : toItems(hits, { whole, onPick, onWhole });
    return [...rows, ...listNotes(result, groups !== undefined && !whole)];
  }, [result, whole, onPick, onWhole]);
  return <PaletteList name={name} items={items} scroller={scroller} />;
});

interface Actions {
  onPick(id: string): void;
  onWhole(group: WholeGroup | undefined): void;
}

function toRow(
  { entry, ranges }: PaletteHit<ShownEntry>,
  onPick: Actions['onPick'],
  withOwner = false,
): ListItem {
  const detail = withOwner ? `${entry.ownerName} · ${entry.detail}` : undefined;
  return {
    key: entry.id,
    height: heights.row,
    draw: () => <PaletteRow entry={entry} ranges={ranges} detail={detail} onPick={onPick} />,
  };
}

function toGroupItems(
  groups: NonNullable<PaletteResult<ShownEntry>['groups']>,
  { onPick, onWhole }: Actions,
): ListItem[] {
  return groups.flatMap(({ owner, ownerName, hits, total }): ListItem[] => [
    {
      key: `title ${owner}`,
      height: heights.title,
      draw: () => <Title text={`${ownerName} · ${total}`} />,
    },
    ...hits.map((hit) => toRow(hit, onPick)),
    ...(total > hits.length ? [toMore({ owner, ownerName, total }, onWhole)] : []),
  ]);
}

function toMore(
  { owner, ownerName, total }: WholeGroup & { total: number },
  onWhole: Actions['onWhole'],
): ListItem {
  const draw = () => (
    <Button
      size="small"
      variant="ghost"
      data-row=""
      aria-label={`See all ${total} of ${ownerName}`}
      onClick={() => onWhole({ owner, ownerName })}
    >
      See all {total}
    </Button>
  );
  return { key: `more ${owner}`, height: heights.button, draw };
}

function toItems(
  hits: readonly PaletteHit<ShownEntry>[],
  { whole, onPick, onWhole }: Actions & { whole: WholeGroup | undefined },
): ListItem[] {
  const rows = hits.map((hit) => toRow(hit, onPick, !whole));
  if (!whole) return rows;
  const draw = () => (
    <div>
      <Button
        size="small"
        variant="ghost"
        data-row=""
        icon={<ArrowLeft aria-hidden="true" />}
        onClick={() => onWhole(undefined)}
      >
        All results
      </Button>
      <Title text={whole.ownerName} />
    </div>
  );
  return [{ key: 'back', height: heights.button + heights.title, draw }, ...rows];
}

function listNotes(
  { total, hidden, groups, groupTotal = 0 }: PaletteResult<ShownEntry>,
  isGrouped: boolean,
): ListItem[] {
  const note = (key: string, text: string): ListItem => ({
    key,
    height: heights.note,
    draw: () => <p className="px-1.5 pt-2 text-small text-ink3">{text}</p>,
  });
  const [shown, all] = isGrouped && groups ? [groups.length, groupTotal] : [mostHits, total];
  const what = isGrouped ? 'connectors' : 'results';
  const cut = `The best ${shown} of ${all.toLocaleString('en')} ${what}. Another word narrows it.`;
  return [
    ...(all > shown ? [note('cut', cut)] : []),
    ...(hidden > 0 ? [note('hidden', hiddenText(hidden))] : []),
  ];
}

/** What is said of matches that are never shown. */
export function hiddenText(count: number): string {
  const text = count === 1 ? '1 hidden operation matches' : `${count} hidden operations match`;
  return `${text} (visibility: internal).`;
}
