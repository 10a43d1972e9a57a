// The frame of every field that takes text and tokens: label, editor, the two buttons, hint and message.
'use client';
import { type ReactNode, useId, useRef } from 'react';
import { cx } from '@/components/ui/class-names';
import type { FieldShape } from '@/lib/token/fit';
import { ListChooser } from '../token/list-chooser';
import { FieldLabel } from './field-label';
import { FieldMessage, type FieldNote } from './field-message';
import { TokenButtons } from './token-buttons';
import { TokenEditor } from './token-editor';
import type { Gesture } from './use-set-value';
import { useTokenRequests } from './use-token-requests';

export interface TokenFieldProps {
  label: string;
  text: string;
  /** With a gesture the text is a step of its own, made together with what the gesture brings. */
  onText(text: string, gesture?: Gesture): void;
  shape: FieldShape;
  description?: string | undefined;
  /** Shown in the empty field; the description where absent. */
  placeholder?: string | undefined;
  required?: boolean | undefined;
  multiline?: boolean | undefined;
  note?: FieldNote | undefined;
  readOnly?: boolean | undefined;
  /** What is sent when the field is empty. */
  defaultText?: string | undefined;
  /** Key by which the checker and the keyboard find the field. */
  fieldKey: string;
  labelHidden?: boolean | undefined;
  aside?: ReactNode;
  /** A button inside the frame, before the two for tokens. */
  trailing?: ReactNode;
  /** Under the field, e.g. what a time is here. */
  hint?: string | undefined;
  onBlur?: (() => void) | undefined;
  /** It was just asked for in place of another control. */
  autoFocus?: boolean | undefined;
}

export function TokenField(props: TokenFieldProps) {
  const { label, text, shape, note, defaultText, fieldKey, hint } = props;
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const tokens = useTokenRequests({ frame, label, fieldKey, shape });
  const isWrong = note?.severity === 'error';
  const showDefault = text === '' && defaultText !== undefined;
  const described = [note && `${id}-note`, hint && `${id}-hint`, showDefault && `${id}-default`];
  return (
    <div className="group/field" data-field={fieldKey}>
      <FieldLabel
        label={label}
        htmlFor={id}
        hidden={props.labelHidden}
        required={props.required}
        description={props.description}
        aside={props.aside}
      />
      <div
        ref={frame}
        className={cx(
          'relative flex min-h-control items-start rounded-control border bg-surface focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent',
          isWrong ? 'border-err' : note ? 'border-warn' : 'border-lineS',
          props.readOnly && 'bg-sunken',
          tokens.isOpen && 'outline-2 outline-offset-2 outline-accent',
        )}
      >
        <TokenEditor
          id={id}
          label={label}
          text={text}
          onText={props.onText}
          multiline={props.multiline}
          required={props.required}
          invalid={isWrong}
          describedBy={described.filter(Boolean).join(' ') || undefined}
          readOnly={props.readOnly}
          placeholder={showDefault ? defaultText : (props.placeholder ?? props.description)}
          onBlur={() => props.onBlur?.()}
          onEditor={tokens.onEditor}
          autoFocus={props.autoFocus}
          typeahead={tokens.typeahead}
        />
        {!props.readOnly && (
          <TokenButtons
            trailing={props.trailing}
            onSearch={tokens.typeahead.openSearch}
            onExpression={tokens.typeahead.openExpression}
          />
        )}
        {showDefault && (
          <span
            id={`${id}-default`}
            className="mt-1.5 mr-1.5 rounded-chip bg-sunken px-1.5 text-badge leading-4.5 text-ink2"
          >
            default
          </span>
        )}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-small text-ink3">
          {hint}
        </p>
      )}
      <FieldMessage id={`${id}-note`} note={note} />
      {tokens.asked && (
        <ListChooser
          token={tokens.asked}
          field={shape}
          anchor={frame}
          onChoose={(choice) => tokens.decide(choice)}
          onCancel={() => tokens.decide(undefined)}
        />
      )}
    </div>
  );
}
