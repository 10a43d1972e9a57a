// Tells that the server does not answer, and asks again by itself.
'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Button } from '../ui/button';
import { SeverityIcon } from '../ui/severity-icon';
import { useReach } from './reach';

export function ReachBanner() {
  const reachable = useReach();
  const queryClient = useQueryClient();
  useEffect(() => {
    if (reachable) return;
    const timer = setInterval(
      () => queryClient.refetchQueries({ type: 'active' }, { cancelRefetch: false }),
      5000,
    );
    return () => clearInterval(timer);
  }, [reachable, queryClient]);
  if (reachable) return null;
  return (
    <div role="alert" className="flex items-center gap-2 border-b border-line bg-warn-soft px-4 py-1.5">
      <SeverityIcon severity="warning" decorative />
      <span className="min-w-0 flex-1">
        The server is not answering. What you see may be old; trying again every 5 s.
      </span>
      <Button
        size="small"
        onClick={() => queryClient.refetchQueries({ type: 'active' }, { cancelRefetch: false })}
      >
        Try now
      </Button>
    </div>
  );
}
