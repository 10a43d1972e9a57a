// The rail at the left: the places, as icons or with words. On narrow screens it lies at the bottom.
'use client';
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cx } from '../ui/class-names';
import { IconButton } from '../ui/icon-button';
import { Tooltip } from '../ui/tooltip';
import { isAt, type Place, places, settingsPlace } from './places';
import { usePreferences } from './preferences';

export function Rail() {
  const path = usePathname();
  const { rail, change } = usePreferences();
  const wide = rail === 'wide';
  const toggle = wide ? 'Collapse navigation' : 'Expand navigation';
  return (
    <nav
      aria-label="Main"
      className={cx(
        'order-last flex shrink-0 justify-between gap-1 border-t border-line bg-surface px-2 py-1',
        'sm:order-none sm:flex-col sm:justify-start sm:border-t-0 sm:border-r sm:py-2',
        wide ? 'sm:w-52' : 'sm:w-14 sm:items-center sm:px-0',
      )}
    >
      {places.map((place) => (
        <RailLink key={place.href} place={place} wide={wide} current={isAt(path, place)} />
      ))}
      <span className="hidden flex-1 sm:block" />
      <RailLink place={settingsPlace} wide={wide} current={isAt(path, settingsPlace)} />
      <IconButton
        label={toggle}
        tooltipSide="right"
        className="hidden! size-9! sm:inline-grid!"
        icon={wide ? <PanelLeftClose aria-hidden="true" /> : <PanelLeftOpen aria-hidden="true" />}
        onClick={() => change({ rail: wide ? 'narrow' : 'wide' })}
      />
    </nav>
  );
}

function RailLink({ place, wide, current }: { place: Place; wide: boolean; current: boolean }) {
  const link = (
    <Link
      href={place.href}
      aria-current={current ? 'page' : undefined}
      className={cx(
        'flex h-9 items-center gap-3 rounded-control transition-colors duration-120 hover:bg-hover hover:text-ink',
        wide ? 'w-9 justify-center sm:w-full sm:justify-start sm:px-2.5' : 'w-9 justify-center',
        current ? 'bg-hover font-semibold text-ink' : 'text-ink2',
      )}
    >
      {place.icon}
      <span className={wide ? 'sr-only sm:not-sr-only' : 'sr-only'}>{place.label}</span>
    </Link>
  );
  return wide ? (
    link
  ) : (
    <Tooltip content={place.label} side="right">
      {link}
    </Tooltip>
  );
}
