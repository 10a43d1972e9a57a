// What is known of the run that is shown: one record per action and iteration. A card selects its own record,
// so one event renders one card.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { IterationStep } from '@/lib/engine/record';
import type { RunHead, RunRecord, Trouble } from './run-model';

export interface RunView {
  runId: string | undefined;
  run: RunHead | undefined;
  /** Newest state by `recordKey`. */
  records: ReadonlyMap<string, RunRecord>;
  /** Iteration chosen, by the `recordKey` of its loop; absent means the newest one, and the first when the run is over. */
  shown: Readonly<Record<string, number>>;
  /** The iteration chosen last, with those around it. */
  chosen: readonly IterationStep[];
  /** Iterations seen so far (highest index + 1), by the `recordKey` of the loop. */
  begun: Readonly<Record<string, number>>;
  /** Where to look first. */
  trouble: Trouble | undefined;
  /** Highest sequence received. */
  sequence: number;
  /** Milliseconds that the server's clock is ahead of this browser's; the times of records are the server's. */
  clockAhead: number | undefined;
}

export type RunStore = StoreApi<RunView>;

const empty: RunView = {
  runId: undefined,
  run: undefined,
  records: new Map(),
  shown: {},
  chosen: [],
  begun: {},
  trouble: undefined,
  sequence: 0,
  clockAhead: undefined,
};

/** A store that shows no run. */
export function createRunStore(): RunStore {
  return createStore<RunView>(() => empty);
}

/** Key of a record: the action's name and the iteration of each loop around it, outermost first. */
export function recordKey(name: string, iteration: readonly { index: number }[]): string {
  return iteration.length === 0 ? name : `${name}|${iteration.map(({ index }) => index).join(',')}`;
}

/** Forgets the run that was shown and begins with another. */
export function showRun(store: RunStore, runId: string | undefined) {
  store.setState({ ...empty, runId });
}

export interface RunNews {
  run?: RunHead | undefined;
  records: readonly RunRecord[];
  /** Absent where the news do not tell; null where nothing is wrong. */
  trouble?: Trouble | null | undefined;
  /** Up to which change the news go; the state of a run that was read before others is dropped. */
  sequence?: number | undefined;
  /** Epoch ms of the server when it sent the news. */
  serverTime?: number | undefined;
}

/** Takes in records and the state of the run; older news of the same record is dropped. */
export function receive(store: RunStore, news: RunNews) {
  store.setState((now) => {
    const fresh = news.records.filter((record) => {
      const known = now.records.get(recordKey(record.name, record.iteration));
      return known === undefined || known.sequence < record.sequence;
    });
    const run = news.run && (news.sequence ?? now.sequence) >= now.sequence ? news.run : now.run;
    const clockAhead = nearestClock(now.clockAhead, news.serverTime);
    const trouble = news.trouble === undefined ? now.trouble : (news.trouble ?? undefined);
    const isNews = run !== now.run || clockAhead !== now.clockAhead || trouble !== now.trouble;
    if (fresh.length === 0) return isNews ? { run, clockAhead, trouble } : now;
    const records = new Map(now.records);
    const begun = { ...now.begun };
    let sequence = Math.max(now.sequence, news.sequence ?? 0);
    for (const record of fresh) {
      records.set(recordKey(record.name, record.iteration), record);
      sequence = Math.max(sequence, record.sequence);
      record.iteration.forEach(({ loop, index }, depth) => {
        const key = recordKey(loop, record.iteration.slice(0, depth));
        begun[key] = Math.max(begun[key] ?? 0, index + 1);
      });
    }
    return { records, begun, sequence, run, clockAhead, trouble };
  });
}

/** News are always late, so the largest difference seen is the truest. */
function nearestClock(known: number | undefined, serverTime: number | undefined): number | undefined {
  if (serverTime === undefined) return known;
  return Math.max(known ?? Number.NEGATIVE_INFINITY, serverTime - Date.now());
}

/** Takes in how many iterations of a loop have begun, where not all of their records were sent. */
export function receiveBegun(store: RunStore, path: readonly IterationStep[]) {
  const last = path.at(-1);
  if (!last) return;
  const key = recordKey(last.loop, path.slice(0, -1));
  store.setState((now) =>
    (now.begun[key] ?? 0) > last.index ? now : { begun: { ...now.begun, [key]: last.index + 1 } },
  );
}

/** Shows an iteration on all cards inside it, and the iterations around it. */
export function showIteration(store: RunStore, path: readonly IterationStep[]) {
  store.setState((now) => {
    const shown = { ...now.shown };
    path.forEach(({ loop, index }, depth) => {
      shown[recordKey(loop, path.slice(0, depth))] = index;
    });
    return { shown, chosen: path };
  });
}

/** The iterations on screen of these loops (outermost first): those chosen, else the newest, and when the run is over the first. */
export function shownPath(view: RunView, loops: readonly string[]): IterationStep[] {
  const path: IterationStep[] = [];
  for (const loop of loops) {
    const key = recordKey(loop, path);
    const newest = view.run?.finishedAt === undefined ? Math.max(0, (view.begun[key] ?? 1) - 1) : 0;
    path.push({ loop, index: view.shown[key] ?? newest });
  }
  return path;
}

/** How many iterations the innermost of these loops has, in the iteration shown of those around it; 0 before it began. */
export function countTurns(view: RunView, loops: readonly string[]): number {
  const loop = loops.at(-1);
  if (loop === undefined) return 0;
  const key = recordKey(loop, shownPath(view, loops.slice(0, -1)));
  return view.records.get(key)?.items ?? view.begun[key] ?? 0;
}

/** The record to show for an action inside `loops` (outermost first). */
export function findShownRecord(
  view: RunView,
  name: string,
  loops: readonly string[],
): RunRecord | undefined {
  if (view.runId === undefined) return undefined;
  return view.records.get(recordKey(name, shownPath(view, loops)));
}
