// The number of the iteration on screen, to type another one: it counts when Enter is pressed or the field is left.
'use client';
import { useState } from 'react';

interface IterationFieldProps {
  loop: string;
  /** From 0. */
  index: number;
  total: number;
  onGo(index: number): void;
}

export function IterationField({ loop, index, total, onGo }: IterationFieldProps) {
  const [text, setText] = useState<string>();
  const commit = () => {
    const number = Number(text);
    setText(undefined);
    if (text === undefined || text.trim() === '' || !Number.isInteger(number)) return;
    const next = Math.min(Math.max(number, 1), total) - 1;
    if (next !== index) onGo(next);
  };
  return (
    <input
      aria-label={`Iteration of ${loop}, 1 to ${total}`}
      className="nodrag nopan h-5 min-w-5 rounded-chip border border-line bg-surface px-1 text-right [field-sizing:content]"
      value={text ?? index + 1}
      inputMode="numeric"
      onFocus={(event) => event.target.select()}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        else if (event.key === 'Escape' && text !== undefined) setText(undefined);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
