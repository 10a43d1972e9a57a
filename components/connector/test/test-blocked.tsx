// An operation that cannot be called: what is wrong with it, each with its fix and the way to its place.
'use client';
import { useMemo } from 'react';
import type { Connector } from '@/lib/connector/model';
import type { Problem } from '@/lib/problem';
import { FindingRow } from '../problems/finding-row';
import { useGoTo } from '../problems/go-to-problem';
import { createPlaces, keyOf } from '../problems/problem-place';

interface TestBlockedProps {
  connector: Connector;
  errors: readonly Problem[];
}

export function TestBlocked({ connector, errors }: TestBlockedProps) {
  const goTo = useGoTo('test');
  const placeOf = useMemo(() => createPlaces(connector), [connector]);
  return (
    <div className="grid gap-3">
      <div>
        <h2 className="text-panel">This operation cannot be called yet</h2>
        <p className="mt-1 text-ink2">
          {errors.length === 1
            ? 'Its definition has an error.'
            : `Its definition has ${errors.length} errors.`}{' '}
          Flows cannot call it either.
        </p>
      </div>
      <ul className="rounded-control border border-line bg-surface">
        {errors.map((problem) => (
          <FindingRow
            key={keyOf(problem)}
            problem={problem}
            place={placeOf(problem)}
            onGo={() => goTo(problem)}
          />
        ))}
      </ul>
    </div>
  );
}
