// A text that cannot be kept as it is stays in its field, also over a reload, while what it would replace is the same.
'use client';
import { useKept } from '@/components/ui/use-kept';
import { useEditor } from './editor-context';

interface Refused {
  /** The text to show instead of the value; undefined where nothing is refused. */
  text: string | undefined;
  refuse(text: string): void;
  accept(): void;
}

/** `over` says what the text would replace: once that is another, by Undo or by choice, the text is out of date. */
export function useRefused(field: string, over: string): Refused {
  const id = useEditor((state) => state.stored.id);
  const kept = useKept<{ text: string; over: string } | null>(`connector.${id}.${field}`, null);
  return {
    text: kept.value?.over === over ? kept.value.text : undefined,
    refuse: (text) => kept.set({ text, over }),
    accept: kept.forget,
  };
}
