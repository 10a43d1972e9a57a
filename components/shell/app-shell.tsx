// The frame of every signed-in page: environment line, rail, top bar with the page's own title and actions, content.
'use client';
import type { ReactNode } from 'react';
import { Awake } from '../ui/awake';
import { cx } from '../ui/class-names';
import { CommandPalette } from './command-palette';
import { EnvironmentLine } from './environment';
import { Rail } from './rail';
import { ReachBanner } from './reach-banner';
import { type Crumb, TopBar } from './top-bar';

export interface AppShellProps {
  /** The way here; the last one is the title of the page. */
  breadcrumb: readonly Crumb[];
  /** Stands in place of the last crumb, e.g. a title that can be edited. */
  heading?: ReactNode;
  /** Beside the title: state chips, "Saved 12:04". */
  status?: ReactNode;
  /** At the right: one primary button at most. */
  actions?: ReactNode;
  /** A leading arrow, back to the place one came from. */
  back?: { href: string; label: string } | undefined;
  /** Document title; the last crumb by default. */
  title?: string | undefined;
  /** No padding and no scrolling: the children fill the space and scroll themselves. */
  flush?: boolean | undefined;
  children: ReactNode;
}

export function AppShell({
  breadcrumb,
  heading,
  status,
  actions,
  back,
  title,
  flush,
  children,
}: AppShellProps) {
  const name = title ?? breadcrumb.at(-1)?.label;
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <title>{name ? `${name} · Flowright` : 'Flowright'}</title>
      <a
        href="#content"
        className="sr-only z-60 rounded-control bg-btn px-3 py-2 text-btn-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to content
      </a>
      <EnvironmentLine />
      <TopBar breadcrumb={breadcrumb} heading={heading} status={status} actions={actions} back={back} />
      <ReachBanner />
      <div className="flex min-h-0 flex-1 flex-col sm:flex-row">
        <Rail />
        <main
          id="content"
          tabIndex={-1}
          data-scroll=""
          className={cx(
            'min-h-0 min-w-0 flex-1 focus:outline-none',
            flush ? 'flex flex-col overflow-hidden' : 'overflow-y-auto p-4 sm:p-6',
          )}
        >
          <Awake>{children}</Awake>
        </main>
      </div>
      <CommandPalette />
    </div>
  );
}
