// What is wrong with a step at a place that none of its fields shows, e.g. inside of a body that was written in code.
'use client';
import { useMemo } from 'react';
import { SeverityIcon } from '@/components/ui/severity-icon';
import { listStrayProblems } from '../fields/field-match';
import { useDesigner } from '../store/designer-context';

interface StrayMessagesProps {
  step: string;
  /** Keys of the fields that show what is wrong with them. */
  fields: readonly string[];
}

export function StrayMessages({ step, fields }: StrayMessagesProps) {
  const problems = useDesigner((state) => state.problems);
  const stray = useMemo(() => listStrayProblems(problems, { step, fields }), [problems, step, fields]);
  if (stray.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1.5 rounded-control border border-line px-2.5 py-2">
      {stray.map((problem) => (
        <li key={`${problem.code} ${problem.at} ${problem.range?.start ?? ''}`} className="flex gap-2">
          <SeverityIcon severity={problem.severity} className="mt-0.5" />
          <span className="min-w-0">
            {problem.message} <code className="break-all text-ink3">{problem.field}</code>
          </span>
        </li>
      ))}
    </ul>
  );
}
