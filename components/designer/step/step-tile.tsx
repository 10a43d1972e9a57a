// The square that stands for a step: a connector's logo on its colour, or the icon of a built-in.
'use client';
import {
  Braces,
  CircleDashed,
  CirclePlus,
  Globe,
  Hand,
  ListPlus,
  type LucideIcon,
  OctagonX,
  Repeat,
  Reply,
  Split,
  SquareDashed,
  Variable,
  Webhook,
} from 'lucide-react';
import { BrandTile } from '@/components/ui/brand-tile';
import { cx } from '@/components/ui/class-names';
import type { StepTileLook } from './step-face';

const icons: Record<string, LucideIcon> = {
  braces: Braces,
  'circle-plus': CirclePlus,
  globe: Globe,
  hand: Hand,
  'list-plus': ListPlus,
  'octagon-x': OctagonX,
  repeat: Repeat,
  reply: Reply,
  split: Split,
  'square-dashed': SquareDashed,
  variable: Variable,
  webhook: Webhook,
};

const sizes = {
  14: 'size-3.5 rounded-[3px] [&_svg.lucide]:size-2.5',
  20: 'size-5 rounded-chip [&_svg.lucide]:size-3',
  32: 'size-8 rounded-control [&_svg.lucide]:size-4',
};

interface StepTileProps {
  tile: StepTileLook;
  size?: keyof typeof sizes | undefined;
}

export function StepTile({ tile, size = 32 }: StepTileProps) {
  if (tile.icon === undefined) {
    return <BrandTile name={tile.name} color={tile.color} iconUrl={tile.iconUrl} size={size} />;
  }
  const Icon = icons[tile.icon] ?? CircleDashed;
  return (
    <span
      aria-hidden="true"
      className={cx(
        'inline-grid shrink-0 place-items-center bg-ink2 text-surface dark:bg-line dark:text-ink',
        sizes[size],
      )}
    >
      <Icon />
    </span>
  );
}
