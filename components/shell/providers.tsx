// Everything the screens share: API client, looks, notices, live regions.
'use client';
import type { ReactNode } from 'react';
import { LiveRegion } from '../ui/live-region';
import { Toaster } from '../ui/toast';
import type { Preferences } from './preference-cookies';
import { PreferencesProvider } from './preferences';
import { ApiProvider } from './trpc';

export function Providers({ preferences, children }: { preferences: Preferences; children: ReactNode }) {
  return (
    <ApiProvider>
      <PreferencesProvider initial={preferences}>
        {children}
        <LiveRegion />
        <Toaster />
      </PreferencesProvider>
    </ApiProvider>
  );
}
