// The palette without a search, as rows of a list: steps used lately, connectors that open to their operations (important
// ones, the rest, advanced folded), built-in groups.
import { ChevronDown, ChevronRight } from 'lucide-react';
import { BrandTile } from '@/components/ui/brand-tile';
import { Skeleton } from '@/components/ui/skeleton';
import type { PaletteEntry } from '@/lib/connector/palette/entries';
import type { ConnectorHead } from '../store/palette-source';
import type { ListItem } from './palette-list';
import { PaletteRow } from './palette-row';
import type { ConnectorEntries } from './use-entries';

interface RowActions {
  onPick(id: string): void;
}

const heights = { title: 26, connector: 30, row: 46, note: 26 };

/** A heading over rows. */
export function toTitle(key: string, text: string): ListItem {
  const draw = () => <h3 className="px-1.5 pt-2 pb-0.5 text-small font-medium text-ink3">{text}</h3>;
  return { key: `title ${key}`, height: heights.title, draw };
}

/** One row for each entry; `place` tells rows of one entry apart. */
export function toRows(
  place: string,
  entries: readonly PaletteEntry[],
  { onPick, withOwner = false }: RowActions & { withOwner?: boolean },
): ListItem[] {
  return entries.map((entry) => ({
    key: `${place} ${entry.id}`,
    height: heights.row,
    draw: () => <PaletteRow entry={entry} detail={withOwner ? entry.ownerName : undefined} onPick={onPick} />,
  }));
}

interface ConnectorActions extends RowActions {
  isOpen: boolean;
  isAdvancedOpen: boolean;
  onToggle(): void;
  onToggleAdvanced(): void;
}

/** A connector: its name, and where it is open its operations. */
export function toConnectorItems(
  { connector, entries }: ConnectorEntries,
  role: PaletteEntry['role'],
  actions: ConnectorActions,
): ListItem[] {
  const { isOpen, onToggle } = actions;
  const { apiId } = connector;
  const head: ListItem = {
    key: `connector ${apiId}`,
    height: heights.connector,
    draw: () => <ConnectorRow connector={connector} open={isOpen} onToggle={onToggle} />,
  };
  if (!isOpen) return [head];
  if (!entries) return [head, toNote(apiId, <Skeleton className="h-4 w-40" />)];
  const usable = entries.filter((entry) => entry.visibility !== 'internal' && entry.role === role);
  if (usable.length === 0) return [head, toNote(apiId, 'Nothing of this connector can be used here.')];
  return [head, ...toOperationItems(apiId, usable, actions)];
}

function toOperationItems(
  apiId: string,
  usable: readonly PaletteEntry[],
  { onPick, isAdvancedOpen, onToggleAdvanced }: ConnectorActions,
): ListItem[] {
  const of = (visibility: PaletteEntry['visibility']) =>
    usable.filter((entry) => entry.visibility === visibility);
  const [important, normal, advanced] = [of('important'), of('none'), of('advanced')];
  const fold: ListItem = {
    key: `advanced ${apiId}`,
    height: heights.title,
    draw: () => <AdvancedRow count={advanced.length} open={isAdvancedOpen} onToggle={onToggleAdvanced} />,
  };
  const isParted = important.length > 0;
  return [
    ...(isParted ? [toTitle(`important ${apiId}`, 'Important')] : []),
    ...toRows('important', important, { onPick }),
    ...(isParted && normal.length > 0 ? [toTitle(`actions ${apiId}`, 'Actions')] : []),
    ...toRows('normal', normal, { onPick }),
    ...(advanced.length > 0 ? [fold] : []),
    ...(isAdvancedOpen ? toRows('advanced', advanced, { onPick }) : []),
  ].map(inset);
}

/** What belongs to a connector stands a little to the right of it. */
function inset(item: ListItem): ListItem {
  return { ...item, draw: () => <div className="pl-2">{item.draw()}</div> };
}

function toNote(apiId: string, text: React.ReactNode): ListItem {
  return {
    key: `note ${apiId}`,
    height: heights.note,
    draw: () => <div className="px-3.5 py-1 text-small text-ink3">{text}</div>,
  };
}

function countText({ actions, triggers }: ConnectorHead): string {
  const count = (number: number, word: string) =>
    number === 0 ? '' : `${number} ${word}${number === 1 ? '' : 's'}`;
  return [count(actions, 'action'), count(triggers, 'trigger')].filter(Boolean).join(', ') || 'no actions';
}

interface FoldProps {
  open: boolean;
  onToggle(): void;
}

function ConnectorRow({ connector, open, onToggle }: FoldProps & { connector: ConnectorHead }) {
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <button
      type="button"
      data-row=""
      aria-expanded={open}
      onClick={onToggle}
      className="flex w-full items-center gap-2.5 rounded-control px-1.5 py-1.5 text-left hover:bg-hover focus-visible:outline-offset-[-2px]"
    >
      <BrandTile name={connector.name} color={connector.brandColor} iconUrl={connector.iconUrl} size={20} />
      <span className="min-w-0 flex-1 truncate font-medium">
        {connector.name}
        <span className="font-normal text-ink3"> · {countText(connector)}</span>
      </span>
      <Chevron aria-hidden="true" className="text-ink3" />
    </button>
  );
}

function AdvancedRow({ count, open, onToggle }: FoldProps & { count: number }) {
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <button
      type="button"
      data-row=""
      aria-expanded={open}
      onClick={onToggle}
      className="mt-1 flex w-full items-center gap-1 rounded-control px-1.5 py-1 text-left text-small font-medium text-ink2 hover:bg-hover"
    >
      <Chevron aria-hidden="true" className="size-3.5" />
      Advanced ({count})
    </button>
  );
}
