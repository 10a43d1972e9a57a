// Text fields that show each key at once and hand their text on when typing pauses, so that a large connector is not
// read anew between two keys. What was typed stays as typed until the field is left, also where another form of it is
// kept (`/api/` is kept as `/api`).
'use client';
import { type ComponentProps, useRef, useState } from 'react';
import { Input, Textarea } from '@/components/ui/input';
import { useFlush } from '@/components/ui/use-flush';

/** How long typing pauses before the text is handed on, in milliseconds; leaving the field hands it on at once. */
const defaultPause = 150;

interface DraftText {
  text: string;
  type: (text: string) => void;
  leave: () => void;
}

function useDraftText({ value, onCommit, pause = defaultPause }: DraftProps): DraftText {
  const [typed, setTyped] = useState<string>();
  const waiting = useRef<{ text: string; timer?: ReturnType<typeof setTimeout> }>(undefined);

  const flush = () => {
    if (!waiting.current) return;
    const { text, timer } = waiting.current;
    clearTimeout(timer);
    waiting.current = undefined;
    onCommit(text);
  };
  const flushLatest = useFlush(flush);
  const type = (text: string) => {
    clearTimeout(waiting.current?.timer);
    setTyped(text);
    waiting.current = { text };
    if (pause === 0) flush();
    else waiting.current.timer = setTimeout(flushLatest, pause);
  };
  const leave = () => {
    flush();
    setTyped(undefined);
  };
  return { text: typed ?? value, type, leave };
}

interface DraftProps {
  value: string;
  onCommit: (text: string) => void;
  /** Milliseconds without a key until the text is handed on; 0 hands on each. */
  pause?: number | undefined;
}

export function DraftInput({
  value,
  onCommit,
  pause,
  ...rest
}: DraftProps & Omit<ComponentProps<typeof Input>, 'value' | 'onChange' | 'onBlur'>) {
  const { text, type, leave } = useDraftText({ value, onCommit, pause });
  return <Input {...rest} value={text} onChange={(event) => type(event.target.value)} onBlur={leave} />;
}

export function DraftTextarea({
  value,
  onCommit,
  pause,
  ...rest
}: DraftProps & Omit<ComponentProps<typeof Textarea>, 'value' | 'onChange' | 'onBlur'>) {
  const { text, type, leave } = useDraftText({ value, onCommit, pause });
  return <Textarea {...rest} value={text} onChange={(event) => type(event.target.value)} onBlur={leave} />;
}
