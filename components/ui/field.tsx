// Label, hint and error around one control. The control inside takes its id and description from here.
'use client';
import { createContext, type ReactNode, useContext, useId } from 'react';
import { cx } from './class-names';
import { SeverityIcon } from './severity-icon';

interface FieldContext {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
  tone: 'error' | 'warning' | undefined;
}

const Context = createContext<FieldContext | undefined>(undefined);

/** What a control inside a Field spreads on its element; empty outside of one. */
export function useFieldAttributes() {
  const field = useContext(Context);
  if (!field) return {};
  return {
    id: field.id,
    'aria-describedby': field.describedBy,
    'aria-invalid': field.invalid || undefined,
    'aria-required': field.required || undefined,
    'data-tone': field.tone,
  };
}

export interface FieldProps {
  label: ReactNode;
  children: ReactNode;
  required?: boolean | undefined;
  hint?: ReactNode;
  error?: ReactNode;
  warning?: ReactNode;
  info?: ReactNode;
  /** The quietest level: could be better. */
  remark?: ReactNode;
  /** Right of the label, e.g. "18 of 30". */
  aside?: ReactNode;
  /** Only for readers of the screen. */
  labelHidden?: boolean | undefined;
  className?: string | undefined;
  /** The id of the control, when something else must point at it. */
  id?: string | undefined;
}

export function Field(props: FieldProps) {
  const {
    label,
    children,
    required = false,
    hint,
    error,
    warning,
    info,
    remark,
    aside,
    labelHidden,
    className,
  } = props;
  const ownId = useId();
  const id = props.id ?? ownId;
  const message = error ?? warning ?? info ?? remark;
  const described = [message ? `${id}-message` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  const tone = error ? 'error' : warning ? 'warning' : undefined;
  const level = tone ?? (info ? 'info' : 'hint');
  const context = {
    id,
    describedBy: described || undefined,
    invalid: Boolean(error),
    required,
    tone,
  } as const;
  return (
    <Context.Provider value={context}>
      <div className={cx('flex min-w-0 flex-col gap-1', className)}>
        <div className={cx('flex items-baseline gap-2', labelHidden && 'sr-only')}>
          <span className="font-medium">
            <label htmlFor={id}>{label}</label>
            {required && (
              <span aria-hidden="true" className="text-err">
                {' *'}
              </span>
            )}
          </span>
          {aside && <span className="ml-auto text-small text-ink3">{aside}</span>}
        </div>
        {children}
        {message && <FieldMessage id={`${id}-message`} tone={level} text={message} />}
        {hint && (
          <p id={`${id}-hint`} className="text-small text-ink3">
            {hint}
          </p>
        )}
      </div>
    </Context.Provider>
  );
}

const tones = { error: 'text-err', warning: 'text-warn', info: 'text-run', hint: 'text-ink2' };

interface FieldMessageProps {
  id?: string | undefined;
  tone: keyof typeof tones;
  text: ReactNode;
}

/** The line below a control that says what is wrong with it or could be better. */
export function FieldMessage({ id, tone, text }: FieldMessageProps) {
  return (
    <div id={id} className={cx('flex items-start gap-1.5 text-small', tones[tone])}>
      {tone !== 'error' && <SeverityIcon severity={tone} className="mt-0.5 size-3" decorative />}
      <span className="min-w-0">{text}</span>
    </div>
  );
}
