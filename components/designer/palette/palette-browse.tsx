// The palette without a search: recent steps, connectors, built-in groups.
'use client';
import { useEffect, useState } from 'react';
import { ButtonLink } from '@/components/ui/button';
import type { PaletteEntry } from '@/lib/connector/palette-index';
import { useDesignerContext } from '../store/designer-context';
import { ConnectorSection } from './connector-section';
import { PaletteRow } from './palette-row';
import type { PaletteTab } from './palette-tabs';
import { ownerOf, type PaletteEntries } from './use-entries';

interface PaletteBrowseProps {
  entries: PaletteEntries;
  tab: PaletteTab;
  role: PaletteEntry['role'];
  recent: readonly string[];
  /** Connectors start closed. */
  closed: boolean;
  onPick(id: string): void;
}

const openUpTo = 3;

export function PaletteBrowse({ entries, tab, role, recent, closed, onPick }: PaletteBrowseProps) {
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const startOpen = !closed && tab === 'custom' && entries.connectors.length <= openUpTo;
  const toggle = (id: string) => {
    const next = new Set(toggled);
    if (!next.delete(id)) next.add(id);
    setToggled(next);
  };
  const { palette } = useDesignerContext();
  useEffect(() => {
    if (palette.entries) return;
    for (const owner of new Set(recent.map(ownerOf))) {
      if (owner !== undefined && palette.byApiId.has(owner.toLowerCase()))
        palette.load(owner).catch(() => undefined);
    }
  }, [palette, recent]);
  const lately = recent
    .map((id) => entries.find(id))
    .filter((entry): entry is PaletteEntry => entry?.role === role && entry.visibility !== 'internal')
    .filter((entry) => tab === 'all' || entry.origin === tab);
  return (
    <>
      {lately.length > 0 && (
        <section aria-label="Recent" className="mb-2">
          <h3 className="px-1.5 pb-0.5 text-small font-medium text-ink3">Recent</h3>
          {lately.map((entry) => (
            <PaletteRow key={entry.id} entry={entry} detail={entry.ownerName} onPick={onPick} />
          ))}
        </section>
      )}
      {tab !== 'built-in' &&
        entries.connectors.map((group) => (
          <ConnectorSection
            key={group.connector.apiId}
            group={group}
            role={role}
            open={startOpen !== toggled.has(group.connector.apiId)}
            onToggle={() => toggle(group.connector.apiId)}
            onPick={onPick}
          />
        ))}
      {tab === 'custom' && entries.connectors.length === 0 && <NoConnectors />}
      {tab !== 'custom' && <BuiltInGroups entries={entries.builtIn} role={role} onPick={onPick} />}
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

function BuiltInGroups({
  entries,
  role,
  onPick,
}: {
  entries: readonly PaletteEntry[];
  role: PaletteEntry['role'];
  onPick(id: string): void;
}) {
  const usable = entries.filter((entry) => entry.role === role);
  const groups = [...new Set(usable.map((entry) => entry.owner))];
  return groups.map((group) => (
    <section key={group} aria-label={group} className="mt-2">
      <h3 className="px-1.5 pb-0.5 text-small font-medium text-ink3">{group}</h3>
      {usable
        .filter((entry) => entry.owner === group)
        .map((entry) => (
          <PaletteRow key={entry.id} entry={entry} onPick={onPick} />
        ))}
    </section>
  ));
}
