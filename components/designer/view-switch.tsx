// Canvas or code, over the canvas at the right.
'use client';
import { ToggleGroup } from 'radix-ui';

type DesignerView = 'canvas' | 'code';

const views: readonly { value: DesignerView; label: string }[] = [
  { value: 'canvas', label: 'Canvas' },
  { value: 'code', label: 'Code' },
];

export function ViewSwitch({ view, onView }: { view: DesignerView; onView(view: DesignerView): void }) {
  return (
    <ToggleGroup.Root
      type="single"
      value={view}
      onValueChange={(next) => onView(views.find((each) => each.value === next)?.value ?? view)}
      aria-label="View"
      className="absolute top-3 right-3 z-10 flex gap-0.5 rounded-control border border-line bg-surface p-0.5"
    >
      {views.map(({ value, label }) => (
        <ToggleGroup.Item
          key={value}
          value={value}
          className="h-6.5 rounded-chip px-2.5 text-small text-ink2 hover:text-ink data-[state=on]:bg-sunken data-[state=on]:font-semibold data-[state=on]:text-ink"
        >
          {label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
