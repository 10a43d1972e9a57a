// Which iteration of a loop the cards inside show: ‹ 3 of 34 ›, typed or stepped.
'use client';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useStore } from 'zustand';
import { announce } from '@/components/ui/live-region';
import { type RunStore, showIteration, shownIteration } from './run-store';

export function LoopPager({ store, loop }: { store: RunStore; loop: string }) {
  const turns = useStore(store, (view) => view.turns[loop] ?? 0);
  const shown = useStore(store, (view) => shownIteration(view, loop));
  if (turns === 0) return null;
  const go = (index: number) => {
    const next = Math.min(Math.max(index, 0), turns - 1);
    showIteration(store, loop, next);
    announce(`Iteration ${next + 1} of ${turns}.`);
  };
  const arrow = 'nodrag nopan grid size-6 place-items-center rounded-chip hover:bg-hover disabled:text-ink3';
  return (
    <span className="relative flex items-center text-small text-ink2">
      <button
        type="button"
        className={arrow}
        aria-label="Previous iteration"
        disabled={shown === 0}
        onClick={() => go(shown - 1)}
      >
        <ChevronLeft aria-hidden="true" />
      </button>
      <input
        aria-label={`Iteration, 1 to ${turns}`}
        className="nodrag nopan h-5 min-w-5 rounded-chip border border-transparent bg-transparent px-0.5 text-right [field-sizing:content] hover:border-line"
        value={shown + 1}
        inputMode="numeric"
        onChange={(event) => {
          const index = Number(event.target.value);
          if (Number.isInteger(index) && index > 0) go(index - 1);
        }}
      />
      <span className="pl-1 whitespace-nowrap">of {turns}</span>
      <button
        type="button"
        className={arrow}
        aria-label="Next iteration"
        disabled={shown >= turns - 1}
        onClick={() => go(shown + 1)}
      >
        <ChevronRight aria-hidden="true" />
      </button>
    </span>
  );
}
