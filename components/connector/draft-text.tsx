// Text fields that show each key at once and hand their text on when typing pauses, so that a large connector is not
// read anew between two keys.
'use client';
import { type ComponentProps, useCallback, useEffect, useRef, useState } from 'react';
import { Input, Textarea } from '@/components/ui/input';

/** How long typing pauses before the text is handed on, in milliseconds; leaving the field hands it on at once. */
const pause = 150;

interface DraftText {
  text: string;
  type: (text: string) => void;
  /** Hands on what waits. */
  flush: () => void;
}

function useDraftText(value: string, onCommit: (text: string) => void): DraftText {
  const [typed, setTyped] = useState<string>();
  const waiting = useRef<{ text: string; timer: ReturnType<typeof setTimeout> }>(undefined);
  const commit = useRef(onCommit);
  commit.current = onCommit;

  const flush = useCallback(() => {
    if (!waiting.current) return;
    const { text, timer } = waiting.current;
    clearTimeout(timer);
    waiting.current = undefined;
    commit.current(text);
    setTyped(undefined);
  }, []);
  const type = useCallback(
    (text: string) => {
      clearTimeout(waiting.current?.timer);
      waiting.current = { text, timer: setTimeout(flush, pause) };
      setTyped(text);
    },
    [flush],
  );
  // A page that goes away takes nothing with it: this runs before the draft itself is kept.
  useEffect(() => {
    window.addEventListener('pagehide', flush, { capture: true });
    return () => {
      window.removeEventListener('pagehide', flush, { capture: true });
      flush();
    };
  }, [flush]);

  return { text: typed ?? value, type, flush };
}

interface DraftProps {
  value: string;
  onCommit: (text: string) => void;
}

export function DraftInput({
  value,
  onCommit,
  ...rest
}: DraftProps & Omit<ComponentProps<typeof Input>, 'value' | 'onChange' | 'onBlur'>) {
  const { text, type, flush } = useDraftText(value, onCommit);
  return <Input {...rest} value={text} onChange={(event) => type(event.target.value)} onBlur={flush} />;
}

export function DraftTextarea({
  value,
  onCommit,
  ...rest
}: DraftProps & Omit<ComponentProps<typeof Textarea>, 'value' | 'onChange' | 'onBlur'>) {
  const { text, type, flush } = useDraftText(value, onCommit);
  return <Textarea {...rest} value={text} onChange={(event) => type(event.target.value)} onBlur={flush} />;
}
