// What a field asks of the picker, and what the picker gives it: a token, or one of a list that first needs an answer.
'use client';
import type { LexicalEditor } from 'lexical';
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { FieldShape } from '@/lib/token/fit';
import { type ListChoice, listChoices } from '@/lib/token/list-choices';
import type { Token } from '@/lib/token/token';
import { useDesignerContext } from '../store/designer-context';
import { usePicker } from '../token/picker-context';
import type { PickerRequest } from '../token/picker-store';
import { useTokens } from '../token/token-context';
import { decidePending, insertPending, insertToken, removePending } from './field-tokens';
import type { TypeaheadTarget } from './typeahead-plugin';

interface TokenRequestsProps {
  frame: RefObject<HTMLDivElement | null>;
  label: string;
  fieldKey: string;
  shape: FieldShape;
}

export interface TokenRequests {
  typeahead: TypeaheadTarget;
  onEditor(editor: LexicalEditor | null): void;
  /** The picker is open for this field. */
  isOpen: boolean;
  /** A token of a list that waits for an answer. */
  asked: Token | undefined;
  /** Answers; without a choice the provisional pill goes away. */
  decide(choice: ListChoice | undefined): void;
}

export function useTokenRequests(props: TokenRequestsProps): TokenRequests {
  const { frame } = props;
  const { store } = useDesignerContext();
  const { action } = useTokens();
  const picker = usePicker();
  const editor = useRef<LexicalEditor | null>(null);
  const [asked, setAsked] = useState<Token>();
  const isOpen = useStore(
    picker,
    (state) => state.request?.anchor === frame.current && frame.current !== null,
  );
  const latest = useRef({ ...props, action });
  latest.current = { ...props, action };

  const typeahead = useMemo((): TypeaheadTarget => {
    const state = () => picker.getState();
    const insertFromList = (token: Token, typed: boolean) => {
      const field = latest.current.shape;
      const [each] = listChoices({
        flow: store.getState().flow,
        action: latest.current.action,
        token,
        field,
      });
      if (!editor.current || !each) return;
      // The step already runs once per item: there is nothing to ask.
      if (each.edits.length === 0) return insertToken(editor.current, each.expression, typed);
      insertPending(editor.current, { source: token.source.root, label: token.label }, typed);
      setAsked(token);
    };
    const request = (mode: PickerRequest['mode'], tab: PickerRequest['tab']): PickerRequest | undefined => {
      const anchor = frame.current;
      if (!anchor) return undefined;
      const typed = mode === 'typing';
      const { label, fieldKey, shape } = latest.current;
      return {
        anchor,
        mode,
        tab,
        label,
        fieldKey,
        field: shape,
        insert: (expression) => editor.current && insertToken(editor.current, expression, typed),
        insertFromList: (token) => insertFromList(token, typed),
        onClose: () => editor.current?.focus(),
      };
    };
    const start = (mode: PickerRequest['mode'], tab: PickerRequest['tab'], query: string) => {
      const next = request(mode, tab);
      if (next) state().open(next, query);
    };
    return {
      isTyping: () => state().request?.anchor === frame.current && state().request?.mode === 'typing',
      open: (query) => start('typing', 'dynamic', query),
      openSearch: () => start('search', 'dynamic', ''),
      openExpression: () => start('search', 'expression', ''),
      setQuery: (query) => state().setQuery(query),
      close: () => state().close(),
      subscribe: (listener) => picker.subscribe(listener),
      onKey: (key, shift) => state().onKey?.(key, shift) ?? false,
    };
  }, [frame, picker, store]);

  const onEditor = useCallback((next: LexicalEditor | null) => {
    editor.current = next;
  }, []);

  function decide(choice: ListChoice | undefined) {
    setAsked(undefined);
    if (!editor.current) return;
    if (!choice) return removePending(editor.current);
    const { expression, edits, label } = choice;
    decidePending(editor.current, expression, { name: `Use ${label.toLowerCase()}`, edits });
  }

  return { typeahead, onEditor, isOpen, asked, decide };
}
