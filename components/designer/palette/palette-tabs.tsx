// All · Built-in · Custom, as radio buttons that look like tabs; the choice is remembered.
'use client';
import { RadioGroup } from 'radix-ui';

export type PaletteTab = 'all' | 'built-in' | 'custom';

const key = 'flowright.palette-tab';
const tabs: readonly { value: PaletteTab; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'built-in', label: 'Built-in' },
  { value: 'custom', label: 'Custom' },
];

/** The tab that was open last in this browser. */
export function readTab(): PaletteTab {
  try {
    const kept = localStorage.getItem(key);
    return tabs.find((tab) => tab.value === kept)?.value ?? 'all';
  } catch {
    return 'all';
  }
}

export function PaletteTabs({ tab, onTab }: { tab: PaletteTab; onTab(tab: PaletteTab): void }) {
  const change = (value: string) => {
    const next = tabs.find((each) => each.value === value)?.value ?? 'all';
    onTab(next);
    try {
      localStorage.setItem(key, next);
    } catch {
      // A convenience only.
    }
  };
  return (
    <RadioGroup.Root
      value={tab}
      onValueChange={change}
      aria-label="Which steps"
      orientation="horizontal"
      className="mt-2 flex gap-4 border-b border-line"
    >
      {tabs.map(({ value, label }) => (
        <RadioGroup.Item
          key={value}
          value={value}
          className="-mb-px border-b-2 border-transparent py-1.5 text-ink2 hover:text-ink data-[state=checked]:border-ink data-[state=checked]:font-semibold data-[state=checked]:text-ink"
        >
          {label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
