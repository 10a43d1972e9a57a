// What stands where a page failed to draw.
'use client';
import { GuestCard } from '@/components/account/guest-card';
import { ErrorPanel } from '@/components/ui/error-panel';

export default function Failure({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <GuestCard title="This page failed">
      <ErrorPanel
        error={error}
        title="Something went wrong while drawing it."
        onRetry={reset}
        className="mt-3 flex flex-col gap-3"
      />
    </GuestCard>
  );
}
