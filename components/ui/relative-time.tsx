// "3 min ago", with the exact local time on hover and in the markup.
'use client';
import { useEffect, useState } from 'react';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Short relative text for a past time; both in epoch milliseconds. */
export function relativeText(time: number, now: number): string {
  const passed = now - time;
  if (passed < 10_000) return 'just now';
  if (passed < minute) return `${Math.floor(passed / 1000)} s ago`;
  if (passed < hour) return `${Math.floor(passed / minute)} min ago`;
  if (passed < day) return `${Math.floor(passed / hour)} h ago`;
  if (passed < 7 * day) return `${Math.floor(passed / day)} d ago`;
  return new Date(time).toLocaleDateString(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
}

export function RelativeTime({ time, className }: { time: number; className?: string | undefined }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  const exact = new Date(time);
  return (
    <time
      dateTime={exact.toISOString()}
      title={exact.toLocaleString()}
      className={className}
      suppressHydrationWarning
    >
      {relativeText(time, Math.max(now, time))}
    </time>
  );
}
