// Looks a person chose in this browser. Kept in cookies, so that the server paints the first frame right.
'use client';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { Preferences } from './preference-cookies';

interface PreferencesContext extends Preferences {
  change: (changes: Partial<Preferences>) => void;
}

const Context = createContext<PreferencesContext | undefined>(undefined);
const year = 31_536_000;

function applyToRoot({ theme, density }: Preferences): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  dataset.density = density;
}

export function PreferencesProvider({ initial, children }: { initial: Preferences; children: ReactNode }) {
  const [preferences, setPreferences] = useState(initial);
  const change = useCallback(
    (changes: Partial<Preferences>) => {
      const next = { ...preferences, ...changes };
      for (const [name, value] of Object.entries(changes)) {
        // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is missing in some browsers
        document.cookie = `flowright-${name}=${value}; path=/; max-age=${year}; samesite=lax`;
      }
      applyToRoot(next);
      setPreferences(next);
    },
    [preferences],
  );
  const value = useMemo(() => ({ ...preferences, change }), [preferences, change]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function usePreferences(): PreferencesContext {
  const value = useContext(Context);
  if (!value) throw new Error('usePreferences needs a PreferencesProvider above it.');
  return value;
}
