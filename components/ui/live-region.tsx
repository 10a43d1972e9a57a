// One polite and one assertive region for the whole product; `announce` speaks through them.
'use client';
import { useEffect, useState } from 'react';

interface Announcement {
  text: string;
  assertive: boolean;
  number: number;
}

type Listener = (announcement: Announcement) => void;

const listeners = new Set<Listener>();
let count = 0;

/** Says a text to screen readers. Assertive interrupts: only for failures. */
export function announce(text: string, assertive = false): void {
  count += 1;
  for (const listener of listeners) listener({ text, assertive, number: count });
}

export function LiveRegion() {
  const [polite, setPolite] = useState('');
  const [assertive, setAssertive] = useState('');
  useEffect(() => {
    const listen: Listener = (announcement) => {
      // The same sentence twice is spoken twice only when the text differs.
      const text = announcement.number % 2 ? announcement.text : `${announcement.text}\u00a0`;
      if (announcement.assertive) setAssertive(text);
      else setPolite(text);
    };
    listeners.add(listen);
    return () => {
      listeners.delete(listen);
    };
  }, []);
  return (
    <>
      <div role="status" aria-live="polite" className="sr-only">
        {polite}
      </div>
      <div role="alert" aria-live="assertive" className="sr-only">
        {assertive}
      </div>
    </>
  );
}
