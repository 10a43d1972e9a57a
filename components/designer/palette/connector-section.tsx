// A connector in the palette: a row that opens to its operations: important ones, the rest, advanced folded.
'use client';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { BrandTile } from '@/components/ui/brand-tile';
import { notifyError } from '@/components/ui/toast';
import type { PaletteEntry } from '@/lib/connector/palette-index';
import { findConnector } from '../store/catalog';
import { useDesignerContext } from '../store/designer-context';
import type { ConnectorHead } from '../store/palette-source';
import { PaletteRow } from './palette-row';
import type { ConnectorEntries } from './use-entries';

interface ConnectorSectionProps {
  group: ConnectorEntries;
  role: PaletteEntry['role'];
  open: boolean;
  onToggle(): void;
  onPick(id: string): void;
}

function countText({ actions, triggers }: ConnectorHead): string {
  const count = (number: number, word: string) =>
    number === 0 ? '' : `${number} ${word}${number === 1 ? '' : 's'}`;
  return [count(actions, 'action'), count(triggers, 'trigger')].filter(Boolean).join(', ') || 'no actions';
}

export function ConnectorSection({ group, role, open, onToggle, onPick }: ConnectorSectionProps) {
  const { palette, catalog } = useDesignerContext();
  const { connector, entries } = group;
  const usable = (entries ?? []).filter((entry) => entry.visibility !== 'internal' && entry.role === role);
  const important = usable.filter((entry) => entry.visibility === 'important');
  const normal = usable.filter((entry) => entry.visibility === 'none');
  const advanced = usable.filter((entry) => entry.visibility === 'advanced');
  const Chevron = open ? ChevronDown : ChevronRight;
  const isLoaded = findConnector(catalog, connector.apiId) !== undefined;
  useEffect(() => {
    if (open && !isLoaded) palette.load(connector.apiId).catch(notifyError);
  }, [open, isLoaded, palette, connector.apiId]);
  return (
    <section aria-label={connector.name}>
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
      {open && (
        <div className="pb-2 pl-2">
          {entries && usable.length === 0 && (
            <p className="px-1.5 py-1 text-small text-ink3">Nothing of this connector can be used here.</p>
          )}
          <Group title={important.length > 0 ? 'Important' : undefined} entries={important} onPick={onPick} />
          <Group title={important.length > 0 ? 'Actions' : undefined} entries={normal} onPick={onPick} />
          {advanced.length > 0 && <Advanced entries={advanced} onPick={onPick} />}
        </div>
      )}
    </section>
  );
}

interface GroupProps {
  title?: string | undefined;
  entries: readonly PaletteEntry[];
  onPick(id: string): void;
}

function Group({ title, entries, onPick }: GroupProps) {
  if (entries.length === 0) return null;
  return (
    <>
      {title && <h4 className="px-1.5 pt-2 pb-0.5 text-small font-medium text-ink3">{title}</h4>}
      {entries.map((entry) => (
        <PaletteRow key={entry.id} entry={entry} onPick={onPick} />
      ))}
    </>
  );
}

function Advanced({ entries, onPick }: GroupProps) {
  const [open, setOpen] = useState(false);
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <>
      <button
        type="button"
        data-row=""
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="mt-1 flex w-full items-center gap-1 rounded-control px-1.5 py-1 text-left text-small font-medium text-ink2 hover:bg-hover"
      >
        <Chevron aria-hidden="true" className="size-3.5" />
        Advanced ({entries.length})
      </button>
      {open && <Group entries={entries} onPick={onPick} />}
    </>
  );
}
