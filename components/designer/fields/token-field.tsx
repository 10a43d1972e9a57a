// The frame of every field that takes text and tokens: label, editor, the two buttons, hint and message.
'use client';
import type { LexicalEditor } from 'lexical';
import { Zap } from 'lucide-react';
import { type ReactNode, useCallback, useId, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { cx } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/icon-button';
import type { FieldShape } from '@/lib/token/fit';
import type { ListChoice } from '@/lib/token/list-choices';
import type { Token } from '@/lib/token/token';
import { useDesignerContext } from '../store/designer-context';
import { makeEdit } from '../store/gestures';
import { ListChooser } from '../token/list-chooser';
import { usePicker } from '../token/picker-context';
import type { PickerRequest } from '../token/picker-store';
import { FieldLabel } from './field-label';
import { TokenEditor } from './token-editor';
import { insertToken, insertTokenQuietly, type TypeaheadTarget } from './typeahead-plugin';

export interface TokenFieldProps {
  label: string;
  text: string;
  onText(text: string): void;
  shape: FieldShape;
  description?: string | undefined;
  required?: boolean | undefined;
  multiline?: boolean | undefined;
  error?: string | undefined;
  readOnly?: boolean | undefined;
  /** What is sent when the field is empty. */
  defaultText?: string | undefined;
  /** Key by which the checker and the keyboard find the field. */
  fieldKey: string;
  labelHidden?: boolean | undefined;
  aside?: ReactNode;
  onBlur?: (() => void) | undefined;
  /** Sets the text of the field together with the edits a list choice brings, as one step. */
  onListChoice?: ((text: string, choice: ListChoice) => void) | undefined;
}

export function TokenField(props: TokenFieldProps) {
  const { label, text, shape, error, defaultText, fieldKey } = props;
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const editor = useRef<LexicalEditor | null>(null);
  const [fromList, setFromList] = useState<{ token: Token; typed: boolean }>();
  const { store } = useDesignerContext();
  const picker = usePicker();
  const isOpen = useStore(
    picker,
    (state) => state.request?.anchor === frame.current && frame.current !== null,
  );
  const onEditor = useCallback((next: LexicalEditor | null) => {
    editor.current = next;
  }, []);

  const request = useCallback(
    (mode: PickerRequest['mode'], tab: PickerRequest['tab']): PickerRequest | undefined => {
      const anchor = frame.current;
      if (!anchor) return undefined;
      const typed = mode === 'typing';
      return {
        anchor,
        mode,
        tab,
        label,
        field: shape,
        insert: (expression) => editor.current && insertToken(editor.current, expression, typed),
        insertFromList: (token) => setFromList({ token, typed }),
        onClose: () => editor.current?.focus(),
      };
    },
    [label, shape],
  );

  const typeahead = useMemo((): TypeaheadTarget => {
    const state = () => picker.getState();
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
      onKey: (key, shift) => state().onKey?.(key, shift) ?? false,
    };
  }, [picker, request]);

  const described = [error ? `${id}-error` : '', defaultText ? `${id}-default` : '']
    .filter(Boolean)
    .join(' ');
  const showDefault = text === '' && defaultText !== undefined;
  return (
    <div className="group/field" data-field={fieldKey}>
      {!props.labelHidden && (
        <FieldLabel
          label={label}
          htmlFor={id}
          required={props.required}
          description={props.description}
          aside={props.aside}
        />
      )}
      <div
        ref={frame}
        className={cx(
          'relative flex min-h-control items-start rounded-control border bg-surface focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent',
          error ? 'border-err' : 'border-lineS',
          props.readOnly && 'bg-sunken',
          isOpen && 'outline-2 outline-offset-2 outline-accent',
        )}
      >
        <TokenEditor
          id={id}
          label={label}
          text={text}
          onText={props.onText}
          multiline={props.multiline}
          required={props.required}
          invalid={error !== undefined}
          describedBy={described || undefined}
          readOnly={props.readOnly}
          placeholder={showDefault ? defaultText : props.description}
          onBlur={() => props.onBlur?.()}
          onEditor={onEditor}
          typeahead={typeahead}
        />
        {showDefault && (
          <span
            id={`${id}-default`}
            className="mt-1.5 mr-1 rounded-chip bg-sunken px-1.5 text-badge leading-4.5 text-ink2"
          >
            default
          </span>
        )}
        {!props.readOnly && (
          <span className="flex shrink-0 items-center pr-0.5 opacity-0 transition-opacity duration-120 group-focus-within/field:opacity-100 group-hover/field:opacity-100 [@media(hover:none)]:opacity-100">
            <IconButton
              size="small"
              icon={<Zap aria-hidden="true" />}
              label="Insert dynamic content"
              tooltip="Insert dynamic content ( / )"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => typeahead.openSearch()}
            />
            <IconButton
              size="small"
              icon={<span aria-hidden="true" className="font-mono text-small before:content-['ƒx']" />}
              label="Insert expression"
              tooltip="Insert expression (Ctrl E)"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => typeahead.openExpression()}
            />
          </span>
        )}
      </div>
      {error && (
        <p id={`${id}-error`} className="mt-1 text-small text-err">
          {error}
        </p>
      )}
      {fromList && (
        <ListChooser
          token={fromList.token}
          field={shape.type}
          anchor={frame}
          onChoose={(choice) => {
            setFromList(undefined);
            if (!editor.current) return;
            const { expression, edits } = choice;
            if (edits.length > 0 && props.onListChoice) {
              props.onListChoice(insertTokenQuietly(editor.current, expression, fromList.typed), choice);
              return;
            }
            for (const edit of edits) makeEdit(store, edit);
            insertToken(editor.current, expression, fromList.typed);
          }}
          onCancel={() => {
            setFromList(undefined);
            editor.current?.focus();
          }}
        />
      )}
    </div>
  );
}
