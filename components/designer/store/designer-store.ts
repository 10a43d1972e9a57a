// The editing state of one open flow: the flow, its history, what is selected, and what is not stored yet.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { rewriteJson } from '@/lib/document/rewrite-json';
import { applyEdit } from '@/lib/flow/apply-edit';
import type { FlowProblem } from '@/lib/flow/check-flow';
import type { Flow, FlowDefinition } from '@/lib/flow/definition';
import type { Edit, EditResult, InsertPlace } from '@/lib/flow/edits/edit';
import { emptyHistory, type FlowHistory, recordEdit, redo, undo } from '@/lib/flow/history';
import { findAction, listTriggers } from '@/lib/flow/tree';
import type { LoadedDraft, SaveStatus, StoredDraft } from './save-state';

/** What stands at the right of the canvas. */
export type SidePanel = 'inspector' | 'checker' | 'run';

/** A field to put the focus on, asked for by the checker or after adding a step. */
export interface FocusRequest {
  /** Field key; absent: the first field of the step. */
  field?: string | undefined;
  /** Makes two requests for the same field differ. */
  count: number;
}

/** A place that is being filled: the palette stands beside its button. */
export interface Adding {
  place: InsertPlace;
  anchor: HTMLElement;
}

/** What the checker found about one step, for its card. */
export interface StepFindings {
  errors: number;
  warnings: number;
}

export interface DesignerState {
  flow: Flow;
  problems: readonly FlowProblem[];
  findings: ReadonlyMap<string, StepFindings>;
  adding: Adding | undefined;
  /** Edge that a dragged step would land on. */
  dropEdge: string | undefined;
  history: FlowHistory;
  /** Name of the selected action or trigger. */
  selected: string | undefined;
  panel: SidePanel;
  collapsed: ReadonlySet<string>;
  focusRequest: FocusRequest | undefined;
  /** Messages stand under all fields, not only those that were left: a save has asked for them. */
  showMessages: boolean;
  readOnly: boolean;
  /** Revision of the stored draft. */
  revision: number;
  /** Changes that the server does not have. */
  changes: number;
  save: SaveStatus;
  /** The live version, 0 before the first. */
  version: number;
  /** The stored draft differs from the live version. */
  edited: boolean;
  /** Text of the definition for storing: only what was edited differs from the stored text. */
  toText(): string;
  apply(edit: Edit): EditResult;
  undo(): string | undefined;
  redo(): string | undefined;
  select(name: string | undefined): void;
  show(panel: SidePanel): void;
  requestFocus(field?: string): void;
  /** Step whose name the inspector is asked to edit; the inspector takes the request away. */
  renameRequest: string | undefined;
  /** Selects a step and edits its name. */
  requestRename(name: string): void;
  toggleCollapsed(name: string): void;
  beginAdd(adding: Adding | undefined): void;
  setDropEdge(id: string | undefined): void;
  setProblems(problems: readonly FlowProblem[]): void;
  markStored(stored: StoredDraft): void;
  /** The stored draft is live under this version. */
  markPublished(version: number): void;
  /** Takes the server's state and forgets the history; with a name, what was there can be taken back under it. */
  load(loaded: LoadedDraft, replacing?: string): void;
}

export type DesignerStore = StoreApi<DesignerState>;

export interface DesignerStart extends LoadedDraft {
  selected?: string | undefined;
  readOnly?: boolean | undefined;
}

/** True when the flow has an action or a trigger of that name. */
export function hasStep(definition: FlowDefinition, name: string): boolean {
  return (
    findAction(definition, name) !== undefined || listTriggers(definition).some((each) => each.name === name)
  );
}

/** The step a problem is about; undefined for the flow as a whole. */
export function stepOfProblem({ action, trigger }: FlowProblem): string | undefined {
  return action ?? trigger;
}

function countFindings(problems: readonly FlowProblem[]): Map<string, StepFindings> {
  const findings = new Map<string, StepFindings>();
  for (const problem of problems) {
    const step = stepOfProblem(problem);
    const { severity } = problem;
    if (step === undefined || (severity !== 'error' && severity !== 'warning')) continue;
    const found = findings.get(step) ?? { errors: 0, warnings: 0 };
    if (severity === 'error') found.errors += 1;
    else found.warnings += 1;
    findings.set(step, found);
  }
  return findings;
}

/** The store of one open flow. */
export function createDesignerStore(start: DesignerStart): DesignerStore {
  // What the server has, as text and as data; an edit rewrites only its own range of the text.
  let stored = { text: start.definitionText, definition: start.flow.definition };
  let focusCount = 0;

  return createStore<DesignerState>((set, get) => {
    function keep(flow: Flow, select: string | undefined): Partial<DesignerState> {
      const wanted = select ?? get().selected;
      const selected = wanted !== undefined && hasStep(flow.definition, wanted) ? wanted : undefined;
      return {
        flow,
        changes: get().changes + 1,
        selected,
        ...(selected === get().selected ? {} : { focusRequest: undefined }),
      };
    }

    return {
      flow: start.flow,
      problems: [],
      findings: new Map(),
      adding: undefined,
      dropEdge: undefined,
      history: emptyHistory,
      selected: start.selected,
      panel: 'inspector',
      collapsed: new Set(),
      focusRequest: undefined,
      showMessages: false,
      readOnly: start.readOnly ?? false,
      revision: start.revision,
      changes: 0,
      save: { state: 'saved', at: start.at },
      version: start.version ?? 0,
      edited: start.edited ?? true,

      toText: () => rewriteJson(stored.text, stored.definition, get().flow.definition),

      apply(edit) {
        const { flow, history, selected } = get();
        const result = applyEdit(flow, edit);
        if (!result.ok) return result;
        if (result.flow !== flow) {
          const made = { edit, before: flow, after: result.flow, at: Date.now(), selected };
          set({ ...keep(result.flow, result.select), history: recordEdit(history, made) });
        }
        return result;
      },
      undo() {
        const move = undo(get().history, get().flow);
        if (move) set({ ...keep(move.flow, move.select), history: move.history });
        return move?.name;
      },
      redo() {
        const move = redo(get().history);
        if (move) set({ ...keep(move.flow, move.select), history: move.history });
        return move?.name;
      },
      select(name) {
        // A request for the focus was about the step that was selected then.
        const forgotten = name === get().selected ? {} : { focusRequest: undefined };
        set({ selected: name, ...forgotten, ...(name === undefined ? {} : { panel: 'inspector' }) });
      },
      show: (panel) => set({ panel, focusRequest: undefined }),
      requestFocus(field) {
        focusCount += 1;
        set({ focusRequest: { field, count: focusCount } });
      },
      renameRequest: undefined,
      requestRename(name) {
        get().select(name);
        set({ renameRequest: name });
      },
      toggleCollapsed(name) {
        const collapsed = new Set(get().collapsed);
        if (!collapsed.delete(name)) collapsed.add(name);
        set({ collapsed });
      },
      beginAdd: (adding) => set({ adding }),
      setDropEdge: (id) => {
        if (get().dropEdge !== id) set({ dropEdge: id });
      },
      setProblems: (problems) => set({ problems, findings: countFindings(problems) }),
      markStored({ text, flow, answer, changes }) {
        stored = { text, definition: flow.definition };
        const { revision, savedAt: at, edited } = answer;
        set({ revision, changes, edited, save: { state: 'saved', at } });
      },
      markPublished: (version) => set({ version, edited: false }),
      load({ flow, definitionText, revision, at, version = 0, edited = true }, replacing) {
        stored = { text: definitionText, definition: flow.definition };
        const { selected, flow: before } = get();
        const history =
          replacing === undefined
            ? emptyHistory
            : recordEdit(emptyHistory, {
                edit: { type: 'several', name: replacing, edits: [] },
                before,
                after: flow,
                at: Date.now(),
                selected,
              });
        set({
          flow,
          history,
          revision,
          changes: 0,
          save: { state: 'saved', at },
          version,
          edited,
          selected: selected !== undefined && hasStep(flow.definition, selected) ? selected : undefined,
        });
      },
    };
  });
}
