// Tabs in a panel (Tabs, TabList, Tab, TabPanel) and tabs that are routes (LinkTabs).
'use client';
import Link from 'next/link';
import { Tabs as Radix } from 'radix-ui';
import type { KeyboardEvent, ReactNode } from 'react';
import { cx } from './class-names';

const tab =
  'relative -mb-px inline-flex items-center gap-1.5 border-b-2 border-transparent py-1.5 text-ink2 whitespace-nowrap ' +
  'hover:text-ink data-[state=active]:border-ink data-[state=active]:font-semibold data-[state=active]:text-ink';

export interface TabsProps {
  value: string;
  onValueChange: (value: string) => void;
  children: ReactNode;
  className?: string | undefined;
}

export function Tabs({ value, onValueChange, children, className }: TabsProps) {
  return (
    <Radix.Root value={value} onValueChange={onValueChange} className={className}>
      {children}
    </Radix.Root>
  );
}

export function TabList({
  label,
  children,
  className,
}: {
  label: string;
  children: ReactNode;
  className?: string | undefined;
}) {
  return (
    <Radix.List
      aria-label={label}
      className={cx('flex gap-4 overflow-x-auto border-b border-line', className)}
    >
      {children}
    </Radix.List>
  );
}

export function Tab({ value, children }: { value: string; children: ReactNode }) {
  return (
    <Radix.Trigger value={value} className={tab}>
      {children}
    </Radix.Trigger>
  );
}

export function TabPanel({
  value,
  children,
  className,
}: {
  value: string;
  children: ReactNode;
  className?: string | undefined;
}) {
  return (
    <Radix.Content value={value} className={cx('focus-visible:outline-offset-[-2px]', className)}>
      {children}
    </Radix.Content>
  );
}

interface LinkTab {
  value: string;
  label: ReactNode;
  href: string;
}

export interface LinkTabsProps {
  label: string;
  items: readonly LinkTab[];
  current: string;
  /** The content of the current tab. */
  children: ReactNode;
  className?: string | undefined;
  panelClassName?: string | undefined;
}

/** Each tab is a link to its route; arrow keys move the focus, Enter or Space follows. */
export function LinkTabs({ label, items, current, children, className, panelClassName }: LinkTabsProps) {
  const follow = (event: KeyboardEvent<HTMLAnchorElement>) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    event.currentTarget.click();
  };
  return (
    <Radix.Root value={current} activationMode="manual" className="contents">
      <TabList label={label} className={className}>
        {items.map((item) => (
          <Radix.Trigger key={item.value} value={item.value} asChild>
            <Link href={item.href} className={tab} onKeyDown={follow}>
              {item.label}
            </Link>
          </Radix.Trigger>
        ))}
      </TabList>
      <TabPanel value={current} className={panelClassName}>
        {children}
      </TabPanel>
    </Radix.Root>
  );
}
