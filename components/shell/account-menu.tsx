// Who is signed in: theme, password, settings, sign out.
'use client';
import { KeyRound, LogOut, Monitor, Moon, Settings, Sun } from 'lucide-react';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../ui/menu';
import { useAccount } from './environment';
import { usePreferences } from './preferences';
import { leave } from './sign-out';

const themes = [
  { value: 'system', label: 'As the system', icon: <Monitor aria-hidden="true" /> },
  { value: 'light', label: 'Light', icon: <Sun aria-hidden="true" /> },
  { value: 'dark', label: 'Dark', icon: <Moon aria-hidden="true" /> },
] as const;

export function AccountMenu() {
  const account = useAccount();
  const { theme, change } = usePreferences();
  const initial = (account?.name ?? account?.email ?? '').trim().charAt(0).toUpperCase();
  const trigger = (
    <button
      type="button"
      aria-label={account ? `Account: ${account.name}` : 'Account'}
      className="grid size-7 shrink-0 place-items-center rounded-full border border-line bg-sunken text-small font-semibold text-ink2 hover:text-ink data-[state=open]:border-lineS"
    >
      {initial || '·'}
    </button>
  );
  return (
    <Menu trigger={trigger} align="end">
      {account && (
        <div className="px-2 py-1.5">
          <p className="truncate font-semibold">{account.name}</p>
          <p className="truncate text-small text-ink3">
            {account.email} · {account.role}
          </p>
        </div>
      )}
      <MenuSeparator />
      <MenuLabel>Theme</MenuLabel>
      {themes.map((choice) => (
        <MenuItem
          key={choice.value}
          icon={choice.icon}
          checked={theme === choice.value}
          onSelect={() => change({ theme: choice.value })}
        >
          {choice.label}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem icon={<Settings aria-hidden="true" />} href="/settings">
        Settings
      </MenuItem>
      <MenuItem icon={<KeyRound aria-hidden="true" />} href="/settings?tab=security">
        Change password
      </MenuItem>
      <MenuItem icon={<LogOut aria-hidden="true" />} onSelect={leave}>
        Sign out
      </MenuItem>
    </Menu>
  );
}
