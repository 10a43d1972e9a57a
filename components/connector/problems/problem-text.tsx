// The sentence of a finding, with its fix as a button inside the sentence; and findings as a field shows them.
'use client';
import type { ReactNode } from 'react';
import type { Problem, Severity } from '@/lib/problem';
import { useEditorStore } from '../store/editor-context';

export function ProblemText({ problem }: { problem: Problem }) {
  const store = useEditorStore();
  const { fix } = problem;
  return (
    <>
      {problem.message}
      {fix && (
        <>
          {' '}
          <button
            type="button"
            className="font-semibold text-accent hover:underline"
            onClick={() => store.getState().change(`fix ${problem.code} ${problem.at}`, fix.changes)}
          >
            {fix.label}
          </button>
        </>
      )}
    </>
  );
}

export interface FieldNotes {
  error?: ReactNode;
  warning?: ReactNode;
  info?: ReactNode;
  remark?: ReactNode;
}

/** The first finding of each level, under the names that a Field has for them. Outside of the editor `show` gives the message alone. */
export function fieldNotes(
  problems: readonly Problem[] = [],
  show: (problem: Problem) => ReactNode = (problem) => <ProblemText problem={problem} />,
): FieldNotes {
  const first = (severity: Severity) => {
    const problem = problems.find((candidate) => candidate.severity === severity);
    return problem && show(problem);
  };
  return { error: first('error'), warning: first('warning'), info: first('info'), remark: first('hint') };
}
