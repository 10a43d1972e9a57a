// The places of the product, as the rail and the search list them.
import { Cable, House, KeyRound, Package, Play, Rows3, Settings } from 'lucide-react';
import type { ReactNode } from 'react';

export interface Place {
  label: string;
  href: string;
  icon: ReactNode;
}

export const places: readonly Place[] = [
  { label: 'Home', href: '/', icon: <House aria-hidden="true" /> },
  { label: 'Flows', href: '/flows', icon: <Rows3 aria-hidden="true" /> },
  { label: 'Runs', href: '/runs', icon: <Play aria-hidden="true" /> },
  { label: 'Connectors', href: '/connectors', icon: <Cable aria-hidden="true" /> },
  { label: 'Connections', href: '/connections', icon: <KeyRound aria-hidden="true" /> },
  { label: 'Solutions', href: '/solutions', icon: <Package aria-hidden="true" /> },
];

export const settingsPlace: Place = {
  label: 'Settings',
  href: '/settings',
  icon: <Settings aria-hidden="true" />,
};

/** Whether a path belongs to a place: `/flows/7/edit` to Flows; `/` only to Home. */
export function isAt(path: string, place: Place): boolean {
  return place.href === '/' ? path === '/' : path === place.href || path.startsWith(`${place.href}/`);
}
