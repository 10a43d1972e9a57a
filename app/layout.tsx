// The root of every page: fonts, tokens, and the looks a person chose, known before the first paint.
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { readPreferences } from '@/components/shell/preference-cookies';
import { Providers } from '@/components/shell/providers';
import './globals.css';

export const metadata: Metadata = {
  description: 'Flows and custom connectors on your own machine.',
  icons: { icon: '/icon.svg' },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies();
  const preferences = readPreferences((name) => jar.get(name)?.value);
  const theme = preferences.theme === 'system' ? undefined : preferences.theme;
  return (
    <html lang="en" data-theme={theme} data-density={preferences.density}>
      <body>
        <Providers preferences={preferences}>{children}</Providers>
      </body>
    </html>
  );
}
