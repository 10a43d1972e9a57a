// A search of the palette that found nothing: what else to try.
'use client';
import { Button, ButtonLink } from '@/components/ui/button';
import type { ShownEntry } from '@/lib/connector/palette/entries';
import type { PaletteResult } from '@/lib/connector/palette/search';
import { hiddenText } from './palette-hits';

interface PaletteNoHitsProps {
  query: string;
  result: PaletteResult<ShownEntry>;
  onQuery(query: string): void;
  /** Absent where all tabs were searched. */
  onAllTabs?: (() => void) | undefined;
}

export function PaletteNoHits({ query, result, onQuery, onAllTabs }: PaletteNoHitsProps) {
  const { suggestion, hidden } = result;
  return (
    <div className="flex flex-col items-start gap-2 px-1.5 py-2">
      <p className="break-words text-ink2">
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
        {onAllTabs && (
          <Button size="small" onClick={onAllTabs}>
            Search in all tabs
          </Button>
        )}
        <ButtonLink size="small" variant="ghost" href="/connectors/new">
          Import a connector
        </ButtonLink>
      </div>
      {hidden > 0 && <p className="pt-2 text-small text-ink3">{hiddenText(hidden)}</p>}
    </div>
  );
}
