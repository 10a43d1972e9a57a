// Which environment one works in: a coloured line over the window, and its name in the top bar.
'use client';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from './trpc';

/** The signed-in person with role and environment; undefined while it loads. */
export function useAccount() {
  const trpc = useTRPC();
  return useQuery({ ...trpc.account.me.queryOptions(), staleTime: 60_000 }).data;
}

export function EnvironmentLine() {
  const color = useAccount()?.environment.color;
  return (
    <div
      aria-hidden="true"
      className="h-0.5 shrink-0 bg-line"
      style={color ? { backgroundColor: color } : {}}
    />
  );
}

export function EnvironmentName() {
  const environment = useAccount()?.environment;
  if (!environment) return null;
  return (
    <span
      className="hidden items-center gap-2 px-1 text-ink2 lg:inline-flex"
      title={`Environment: ${environment.name}`}
    >
      <span
        aria-hidden="true"
        className="size-2 rounded-full"
        style={{ backgroundColor: environment.color }}
      />
      <span className="sr-only">Environment: </span>
      <span className="max-w-40 truncate">{environment.name}</span>
    </span>
  );
}
