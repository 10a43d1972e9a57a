// Undo and redo as data: each step keeps its edit and the flow before it; structural sharing makes that cheap.
import type { Flow } from './definition';
import { changesNothing, editGroup, editName } from './edit-name';
import type { Edit } from './edits/edit';

interface HistoryStep {
  edit: Edit;
  /** For the menu: "Add List Invoices". */
  name: string;
  /** Steps of one group that follow within 750 ms are one. */
  group?: string;
  /** Epoch ms of the (last) edit. */
  at: number;
  before: Flow;
  /** Set while the step is undone. */
  after?: Flow;
  /** Step that was selected before the edit. */
  selected?: string;
}

export interface FlowHistory {
  past: readonly HistoryStep[];
  /** Undone steps, the next to redo last. */
  future: readonly HistoryStep[];
}

/** Nothing done yet. */
export const emptyHistory: FlowHistory = { past: [], future: [] };

const coalesceMilliseconds = 750;
const longest = 200;

export interface RecordedEdit {
  edit: Edit;
  before: Flow;
  after: Flow;
  /** Epoch ms. */
  at: number;
  selected?: string | undefined;
}

/** The history after an edit was made. Edits of one field within 750 ms of each other become one step. */
export function recordEdit(history: FlowHistory, made: RecordedEdit): FlowHistory {
  if (changesNothing(made.before, made.after)) return history;
  const group = editGroup(made.edit);
  const last = history.past.at(-1);
  if (last && group !== undefined && last.group === group && made.at - last.at <= coalesceMilliseconds) {
    const merged = { ...last, edit: made.edit, at: made.at };
    return { past: [...history.past.slice(0, -1), merged], future: [] };
  }
  const step: HistoryStep = {
    edit: made.edit,
    name: editName(made.edit),
    at: made.at,
    before: made.before,
    ...(group === undefined ? {} : { group }),
    ...(made.selected === undefined ? {} : { selected: made.selected }),
  };
  return { past: [...history.past, step].slice(-longest), future: [] };
}

export interface HistoryMove {
  history: FlowHistory;
  flow: Flow;
  /** What was undone or redone. */
  name: string;
  select?: string;
}

/** Takes back the last step; undefined where there is none. */
export function undo(history: FlowHistory, current: Flow): HistoryMove | undefined {
  const step = history.past.at(-1);
  if (!step) return undefined;
  const { group: _, ...rest } = step;
  return {
    history: { past: history.past.slice(0, -1), future: [...history.future, { ...rest, after: current }] },
    flow: step.before,
    name: step.name,
    ...(step.selected === undefined ? {} : { select: step.selected }),
  };
}

/** Makes the last undone step again; undefined where there is none. */
export function redo(history: FlowHistory): HistoryMove | undefined {
  const step = history.future.at(-1);
  if (!step?.after) return undefined;
  const { after, ...rest } = step;
  return {
    history: { past: [...history.past, rest], future: history.future.slice(0, -1) },
    flow: after,
    name: step.name,
  };
}
