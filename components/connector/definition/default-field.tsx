// The default value of an input. A text that its type does not take stays in the field and is told there.
'use client';
import { Field } from '@/components/ui/input';
import type { InputField } from '@/lib/connector/model';
import type { JsonValue } from '@/lib/json';
import type { Problem } from '@/lib/problem';
import { fieldNotes } from '../problems/problem-text';
import { DraftInput } from '../store/draft-text';
import { useRefused } from '../store/use-refused';
import { readTypedText, toTypedText } from './value-text';

/** Text of a default as the value its type asks for, or a sentence where it does not fit. */
export function parseDefault(
  text: string,
  type: string,
): { value: JsonValue | undefined } | { error: string } {
  if (text === '') return { value: undefined };
  const read = readTypedText(text, type);
  return 'mustBe' in read ? { error: `The default must be ${read.mustBe}.` } : read;
}

interface DefaultFieldProps {
  input: InputField;
  /** JSON Pointer of the default. */
  at: string;
  problems: readonly Problem[];
  onSet: (value: JsonValue | undefined) => void;
}

export function DefaultField({ input, at, problems, onSet }: DefaultFieldProps) {
  const over = `${input.type} ${JSON.stringify(input.default)}`;
  const { text, refuse, accept } = useRefused(`default.${input.pointer}`, over);
  const parsed = text === undefined ? undefined : parseDefault(text, input.type);
  const missing =
    input.visibility === 'internal' && input.required && input.default === undefined
      ? 'A hidden required input needs a default value.'
      : undefined;

  const commit = (next: string) => {
    const read = parseDefault(next, input.type);
    if ('error' in read) {
      refuse(next);
      return;
    }
    accept();
    onSet(read.value);
  };
  const error = parsed && 'error' in parsed ? parsed.error : missing;
  return (
    <Field label="Default value" {...fieldNotes(problems)} {...(error ? { error } : {})}>
      <DraftInput data-at={at} value={text ?? toTypedText(input.default)} onCommit={commit} />
    </Field>
  );
}
