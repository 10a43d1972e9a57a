// The sentence of a finding, with its fix as a button inside the sentence.
'use client';
import type { Problem } from '@/lib/problem';
import { useEditorStore } from './editor-context';

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
