// Everything that shows connections is asked again.
'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../shell/trpc';

export function useReloadConnections(): () => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: trpc.connections.pathKey() });
}
