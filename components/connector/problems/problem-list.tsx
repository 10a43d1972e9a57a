// Findings that belong to a section as a whole, gravest first.
'use client';
import { SeverityIcon } from '@/components/ui/severity-icon';
import type { Problem } from '@/lib/problem';
import { byGravity, keyOf } from './problem-place';
import { ProblemText } from './problem-text';

const shownAtMost = 8;

export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  const shown = byGravity(problems).slice(0, shownAtMost);
  return (
    <ul className="grid gap-1 text-small text-ink2">
      {shown.map((problem) => (
        <li key={keyOf(problem)} className="flex items-start gap-1.5">
          <SeverityIcon severity={problem.severity} className="mt-0.5 size-3" />
          <span className="min-w-0">
            <ProblemText problem={problem} />
          </span>
        </li>
      ))}
      {problems.length > shownAtMost && (
        <li>and {problems.length - shownAtMost} more, listed under Validation</li>
      )}
    </ul>
  );
}
