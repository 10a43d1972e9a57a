// Dropdown menus, nested to any depth, complete by keyboard.
'use client';
import { Check, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { cx } from './class-names';

const panel =
  'z-50 min-w-48 max-w-80 animate-pop rounded-card bg-raised p-1 text-ink shadow-float focus:outline-none';
const item =
  'flex min-h-8 w-full items-center gap-2 rounded-control px-2 py-1 text-left outline-none select-none ' +
  'data-[highlighted]:bg-over data-[state=open]:bg-over data-[disabled]:text-ink3';

export interface MenuProps {
  /** A Button or IconButton. */
  trigger: ReactElement;
  children: ReactNode;
  align?: 'start' | 'end' | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
}

export function Menu({ trigger, children, align = 'start', open, onOpenChange }: MenuProps) {
  const state = { ...(open === undefined ? {} : { open }), ...(onOpenChange ? { onOpenChange } : {}) };
  return (
    <Radix.Root modal={false} {...state}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content align={align} sideOffset={4} collisionPadding={8} className={panel}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export interface MenuItemProps {
  children: ReactNode;
  onSelect?: (() => void) | undefined;
  /** Makes the item a link. */
  href?: string | undefined;
  icon?: ReactNode;
  /** Second line. */
  description?: string | undefined;
  /** At the right, e.g. "Ctrl Z". */
  shortcut?: string | undefined;
  danger?: boolean | undefined;
  /** Why it cannot be used now; shown as its second line. */
  disabledReason?: string | undefined;
  checked?: boolean | undefined;
}

export function MenuItem(props: MenuItemProps) {
  const { children, onSelect, href, icon, description, shortcut, danger, disabledReason, checked } = props;
  const content = (
    <>
      {icon && <span className={danger ? '' : 'text-ink2'}>{icon}</span>}
      <span className="min-w-0 flex-1">
        {children}
        {(disabledReason ?? description) && (
          <span className="block text-small text-ink2">{disabledReason ?? description}</span>
        )}
      </span>
      {shortcut && <kbd className="text-ink2">{shortcut}</kbd>}
      {checked && <Check aria-hidden="true" />}
    </>
  );
  const className = cx(item, danger && !disabledReason && 'text-err');
  const select = onSelect ? { onSelect } : {};
  if (href !== undefined && disabledReason === undefined) {
    return (
      <Radix.Item asChild {...select}>
        <Link href={href} className={className}>
          {content}
        </Link>
      </Radix.Item>
    );
  }
  return (
    <Radix.Item disabled={disabledReason !== undefined} className={className} {...select}>
      {content}
    </Radix.Item>
  );
}

// A pointer that leaves the trigger by a jump, or over a corner, gives the focus to the menu itself: no reason to close
// what it was going to. Going to a sibling still closes.
function keepOpen(event: Event): void {
  if (event.target instanceof Element && event.target.getAttribute('role') === 'menu') event.preventDefault();
}

export function MenuSub({
  label,
  icon,
  children,
}: {
  label: ReactNode;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Radix.Sub>
      <Radix.SubTrigger className={item}>
        {icon && <span className="text-ink2">{icon}</span>}
        <span className="min-w-0 flex-1">{label}</span>
        <ChevronRight aria-hidden="true" className="text-ink3" />
      </Radix.SubTrigger>
      <Radix.Portal>
        <Radix.SubContent
          onFocusOutside={keepOpen}
          sideOffset={2}
          alignOffset={-4}
          collisionPadding={8}
          className={panel}
        >
          {children}
        </Radix.SubContent>
      </Radix.Portal>
    </Radix.Sub>
  );
}

export function MenuSeparator() {
  return <Radix.Separator className="mx-1 my-1 h-px bg-line" />;
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 py-1 text-small font-medium text-ink3">{children}</Radix.Label>;
}
