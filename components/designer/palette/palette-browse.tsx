// The palette without a search: recent steps, connectors, built-in groups.
'use client';
import { useEffect, useMemo, useState } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { notifyError } from '@/components/ui/toast';
import type { PaletteEntry } from '@/lib/connector/palette/entries';
import { findConnector } from '../store/catalog';
import { useDesignerContext } from '../store/designer-context';
import { toConnectorItems, toRows, toTitle } from './browse-items';
import { type ListItem, PaletteList } from './palette-list';
import type { PaletteTab } from './palette-tabs';
import { ownerOf, type PaletteEntries } from './use-entries';

interface PaletteBrowseProps {
  entries: PaletteEntries;
  tab: PaletteTab;
  role: PaletteEntry['role'];
  recent: readonly string[];
  /** Connectors start closed. */
  closed: boolean;
  scroller: HTMLElement | null;
  onPick(id: string): void;
}

const openUpTo = 3;

/** A set whose members come and go by the same call. */
function useToggles(): [ReadonlySet<string>, (key: string) => void] {
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string) => {
    const next = new Set(toggled);
    if (!next.delete(key)) next.add(key);
    setToggled(next);
  };
  return [toggled, toggle];
}

export function PaletteBrowse(props: PaletteBrowseProps) {
  const { entries, tab, role, recent, closed, scroller, onPick } = props;
  const { palette, catalog } = useDesignerContext();
  const [toggled, toggle] = useToggles();
  const startOpen = !closed && tab === 'custom' && entries.connectors.length <= openUpTo;
  const isOpen = (apiId: string) => startOpen !== toggled.has(apiId);

  useEffect(() => {
    if (palette.entries) return;
    for (const owner of new Set(recent.map(ownerOf))) {
      if (owner !== undefined && palette.byApiId.has(owner.toLowerCase()))
        palette.load(owner).catch(() => undefined);
    }
  }, [palette, recent]);
  // Whoever opens a connector may add one of its steps.
  const missing = entries.connectors
    .filter(({ connector: { apiId } }) => isOpen(apiId) && !findConnector(catalog, apiId))
    .map(({ connector }) => connector.apiId)
    .join('\n');
  useEffect(() => {
    for (const apiId of missing.split('\n')) if (apiId) palette.load(apiId).catch(notifyError);
  }, [missing, palette]);

  const builtIn = useMemo(
    () => toBuiltInItems(entries.builtIn, role, onPick),
    [entries.builtIn, role, onPick],
  );
  const lately = recent
    .map((id) => entries.find(id))
    .filter((entry): entry is PaletteEntry => entry?.role === role && entry.visibility !== 'internal')
    .filter((entry) => tab === 'all' || entry.origin === tab);
  const connectors = tab === 'built-in' ? [] : entries.connectors;
  const items = [
    ...(lately.length > 0 ? [toTitle('recent', 'Recent')] : []),
    ...toRows('recent', lately, { onPick, withOwner: true }),
    ...(lately.length > 0 && connectors.length > 0 ? [toTitle('connectors', 'Connectors')] : []),
    ...connectors.flatMap((group) => {
      const { apiId } = group.connector;
      const advanced = `advanced ${apiId}`;
      return toConnectorItems(group, role, {
        onPick,
        isOpen: isOpen(apiId),
        isAdvancedOpen: toggled.has(advanced),
        onToggle: () => toggle(apiId),
        onToggleAdvanced: () => toggle(advanced),
      });
    }),
    ...(tab === 'custom' ? [] : builtIn),
  ];
  return (
    <>
      <PaletteList name={tab} items={items} scroller={scroller} />
      {tab === 'custom' && connectors.length === 0 && <NoConnectors />}
    </>
  );
}

function NoConnectors() {
  return (
    <div className="flex flex-col items-start gap-2 px-1.5 py-2">
      <p className="text-ink2">No custom connectors yet. A connector turns an API into steps.</p>
      <ButtonLink size="small" href="/connectors/new">
        New connector
      </ButtonLink>
    </div>
  );
}

function toBuiltInItems(
  entries: readonly PaletteEntry[],
  role: PaletteEntry['role'],
  onPick: PaletteBrowseProps['onPick'],
): ListItem[] {
  const usable = entries.filter((entry) => entry.role === role);
  return [...new Set(usable.map((entry) => entry.owner))].flatMap((group) => [
    toTitle(group, group),
    ...toRows(
      'built-in',
      usable.filter((entry) => entry.owner === group),
      { onPick },
    ),
  ]);
}
