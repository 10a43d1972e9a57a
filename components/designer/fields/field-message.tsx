// What the checker says about a field, under it: once the field was left, or when findings were asked for.
'use client';
import { cx } from '@/components/ui/class-names';
import { SeverityIcon } from '@/components/ui/severity-icon';
import type { FlowProblem } from '@/lib/flow/check-flow';
import { useDesigner } from '../store/designer-context';
import { findFieldProblem } from './field-match';

export type FieldNote = Pick<FlowProblem, 'message' | 'severity'> & { code?: string };

interface MessageQuery {
  step: string;
  field: string;
  /** The field was left once. */
  touched?: boolean | undefined;
  /** Fields inside of this one that show what is wrong with them. */
  inner?: readonly string[] | undefined;
}

export function useFieldNote({
  step,
  field,
  touched = true,
  inner = [],
}: MessageQuery): FieldNote | undefined {
  const problem = useDesigner((state) => findFieldProblem(state.problems, { step, field, inner }));
  const asked = useDesigner((state) => state.showMessages);
  return touched || asked ? problem : undefined;
}

/** The message as a Field of ours takes it. */
export function noteProps(note: FieldNote | undefined): { error?: string; warning?: string } {
  if (!note) return {};
  return note.severity === 'error' ? { error: note.message } : { warning: note.message };
}

interface FieldMessageProps {
  note: FieldNote | undefined;
  id?: string | undefined;
}

export function FieldMessage({ note, id }: FieldMessageProps) {
  if (!note) return null;
  const isError = note.severity === 'error';
  return (
    <p id={id} className={cx('mt-1 flex items-start gap-1.5 text-small', isError ? 'text-err' : 'text-warn')}>
      {!isError && <SeverityIcon severity="warning" decorative className="mt-0.5 size-3 shrink-0" />}
      <span className="min-w-0 break-words">{note.message}</span>
    </p>
  );
}
