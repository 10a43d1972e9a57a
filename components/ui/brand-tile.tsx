// A connector's face: its icon on its colour, or its initials. The colour is data and never used for text.
import type { CSSProperties } from 'react';
import { cx } from './class-names';

const sizes = {
  14: 'size-3.5 rounded-[3px] text-[7px]',
  20: 'size-5 rounded-chip text-[9px]',
  24: 'size-6 rounded-chip text-[10px]',
  32: 'size-8 rounded-control text-small',
  48: 'size-12 rounded-card text-panel',
};

export interface BrandTileProps {
  name: string;
  /** `#rrggbb` */
  color?: string | null | undefined;
  iconUrl?: string | null | undefined;
  size?: keyof typeof sizes | undefined;
  className?: string | undefined;
}

export function BrandTile({ name, color, iconUrl, size = 32, className }: BrandTileProps) {
  const ground = color && /^#[0-9a-f]{6}$/i.test(color) ? color : undefined;
  const style: CSSProperties = ground ? { backgroundColor: ground } : {};
  const ink = ground ? (isLight(ground) ? 'text-on-light' : 'text-on-dark') : 'bg-ink2 text-surface';
  return (
    <span
      aria-hidden="true"
      style={style}
      className={cx(
        'inline-grid shrink-0 place-items-center overflow-hidden font-semibold shadow-[inset_0_0_0_1px_var(--color-tile-line)] select-none',
        sizes[size],
        ink,
        className,
      )}
    >
      {iconUrl ? <Icon url={iconUrl} /> : initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s_-]+/)
    .filter(Boolean);
  const letters =
    words.length > 1 ? words.slice(0, 2).map((word) => word.charAt(0)) : [words[0]?.slice(0, 2) ?? ''];
  return letters.join('').toUpperCase();
}

function isLight(hex: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255,
  );
  const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) > 0.179;
}

function Icon({ url }: { url: string }) {
  // biome-ignore lint/performance/noImgElement: icons are small and come from this server or a data URL
  return <img src={url} alt="" className="size-full object-contain p-[12%]" />;
}
