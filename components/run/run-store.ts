// What is known of the run that is shown: one record per action and iteration. A card selects its own record,
// so one event renders one card.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RepetitionCounts, RunHead, RunRecord } from './run-model';

export interface RunView {
  runId: string | undefined;
  run: RunHead | undefined;
  /** Newest state by `recordKey`. */
  records: ReadonlyMap<string, RunRecord>;
  /** Loop name -> the iteration shown; absent means the newest one. */
  shown: Readonly<Record<string, number>>;
  /** Loop name -> iterations seen so far (highest index + 1). */
  turns: Readonly<Record<string, number>>;
  /** Highest sequence received. */
  sequence: number;
}

export type RunStore = StoreApi<RunView>;

const empty: RunView = {
  runId: undefined,
  run: undefined,
  records: new Map(),
  shown: {},
  turns: {},
  sequence: 0,
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
  /** Totals of actions in loops, of which only the first repetitions are among the records. */
  repetitions?: readonly RepetitionCounts[];
  sequence?: number;
}

/** Takes in records and the state of the run; older news of the same record is dropped. */
export function receive(store: RunStore, news: RunNews) {
  store.setState((now) => {
    const records = news.records.length > 0 ? new Map(now.records) : now.records;
    let turns = now.turns;
    let sequence = Math.max(now.sequence, news.sequence ?? 0);
    for (const record of news.records) {
      const key = recordKey(record.name, record.iteration);
      const known = now.records.get(key);
      if (known && known.sequence > record.sequence) continue;
      (records as Map<string, RunRecord>).set(key, record);
      sequence = Math.max(sequence, record.sequence);
      for (const { loop, index } of record.iteration) {
        if ((turns[loop] ?? 0) <= index) turns = { ...turns, [loop]: index + 1 };
      }
    }
    for (const { name, total } of news.repetitions ?? []) {
      const sample = news.records.find((record) => record.name === name && record.iteration.length === 1);
      const loop = sample?.iteration[0]?.loop;
      if (loop !== undefined && (turns[loop] ?? 0) < total) turns = { ...turns, [loop]: total };
    }
    return { records, turns, sequence, run: news.run ?? now.run };
  });
}

/** Shows one iteration of a loop on all cards inside it. */
export function showIteration(store: RunStore, loop: string, index: number) {
  store.setState((now) => ({ shown: { ...now.shown, [loop]: index } }));
}

/** The iteration of a loop that is on screen: the one chosen, else the newest while the run goes on, and then the first. */
export function shownIteration(view: RunView, loop: string): number {
  if (view.shown[loop] === undefined && view.run?.finishedAt !== undefined) return 0;
  return view.shown[loop] ?? Math.max(0, (view.turns[loop] ?? 1) - 1);
}

/** The record to show for an action inside `loops` (outermost first). */
export function findShownRecord(
  view: RunView,
  name: string,
  loops: readonly string[],
): RunRecord | undefined {
  if (view.runId === undefined) return undefined;
  const iteration = loops.map((loop) => ({ loop, index: shownIteration(view, loop) }));
  return view.records.get(recordKey(name, iteration));
}
