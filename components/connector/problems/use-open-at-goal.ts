// Opens the row that holds the place the focus is to go to.
'use client';
import { useEffect, useRef } from 'react';
import { useEditor } from '../store/editor-context';
import { isWithin } from './problem-place';

/** Calls `open` with the row around the goal, when there is a new goal. */
export function useOpenAtGoal<T extends { pointer: string }>(
  rows: readonly T[],
  open: (row: T) => void,
): void {
  const goal = useEditor((state) => state.goal);
  const latest = useRef({ rows, open });
  latest.current = { rows, open };
  useEffect(() => {
    if (!goal) return;
    const row = latest.current.rows.find(({ pointer }) => pointer !== '' && isWithin(goal.at, pointer));
    if (row) latest.current.open(row);
  }, [goal]);
}
