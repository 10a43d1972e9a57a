// Something is not there, or not in this environment; and the way back.
'use client';
import { ButtonLink } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { AppShell } from './app-shell';
import { useAccount } from './environment';

export interface NotFoundProps {
  /** "flow", "solution", … */
  what: string;
  back: { href: string; label: string };
}

export function NotFound({ what, back }: NotFoundProps) {
  const environment = useAccount()?.environment.name;
  return (
    <AppShell breadcrumb={[{ label: 'Not found' }]}>
      <EmptyState
        title={`There is no such ${what}${environment ? ` in the environment ${environment}` : ''}.`}
        actions={<ButtonLink href={back.href}>{back.label}</ButtonLink>}
      >
        It was deleted, or the link belongs to another environment.
      </EmptyState>
    </AppShell>
  );
}
