// One finding in a list: its sentence with its fix, its place, and the way there.
'use client';
import { SeverityIcon } from '@/components/ui/severity-icon';
import type { Problem } from '@/lib/problem';
import type { ProblemPlace } from './problem-place';
import { ProblemText } from './problem-text';

interface FindingRowProps {
  problem: Problem;
  place: ProblemPlace;
  onGo: () => void;
}

export function FindingRow({ problem, place, onGo }: FindingRowProps) {
  return (
    <li className="flex items-start gap-2 border-b border-line px-4 py-1.5 last:border-b-0">
      <SeverityIcon severity={problem.severity} className="mt-0.5" />
      <span className="min-w-0 flex-1">
        <ProblemText problem={problem} />
      </span>
      <span className="max-w-md min-w-0 truncate text-small text-ink3 max-sm:hidden" title={problem.at}>
        {place.label}
      </span>
      <button
        type="button"
        aria-label={`Go to ${place.label}`}
        className="shrink-0 font-semibold text-accent hover:underline"
        onClick={onGo}
      >
        Go to
      </button>
    </li>
  );
}
