// Every change of a flow is an edit: a named change as data (docs/ARCHITECTURE.md, "One truth for each thing").
// One file per verb beside this one; `apply-edit.ts` performs, `may.ts` says beforehand whether it is allowed.
import type { JsonValue } from '../../json';
import type { Problem } from '../../problem';
import type {
  ActionDefinition,
  ConnectionReferences,
  Flow,
  FlowDefinition,
  RunAfterStatus,
  TriggerDefinition,
} from '../definition';

/** Where a step goes. */
export interface InsertPlace {
  /** Name of the enclosing container; absent at the top of the flow. */
  container?: string;
  /** Pointer of the branch below the container, `/actions` where absent. */
  branch?: string;
  /** The step it comes after; absent at the start of the branch. */
  after?: string;
  /** Cuts only the edge to this step. Absent: all that ran after `after` runs behind the new step. */
  before?: string;
  /** A parallel branch: nothing is moved behind the new step. */
  parallel?: boolean;
}

export interface AddAction {
  type: 'add-action';
  /** What the step is called at first; made unique. */
  label: string;
  action: ActionDefinition;
  place: InsertPlace;
  /** For a step of a connector: which one, and the connection that is used if there is one. Its reference is found or made. */
  connection?: { apiId: string; connectionId?: string };
}
export interface RemoveAction {
  type: 'remove-action';
  action: string;
}
export interface RenameAction {
  type: 'rename-action';
  action: string;
  /** New name as typed or as a key; spaces become `_`. */
  name: string;
}
export interface MoveAction {
  type: 'move-action';
  action: string;
  place: InsertPlace;
}
export interface DuplicateAction {
  type: 'duplicate-action';
  action: string;
}
/** Puts steps of a clip (`lib/flow/clip.ts`) at a place. */
export interface PasteActions {
  type: 'paste-actions';
  actions: Record<string, ActionDefinition>;
  place: InsertPlace;
  /** API id -> the connection to use; a slot of the flow, or an empty one, where there is none. */
  connections: Record<string, string>;
}
/** Puts a container (Foreach, Scope, If) around one step. */
export interface WrapAction {
  type: 'wrap-action';
  action: string;
  label: string;
  container: ActionDefinition;
}
export interface SetActionValue {
  type: 'set-value';
  action: string;
  /** Keys from the action down, e.g. `['inputs', 'parameters', 'body/amount']`. */
  path: string[];
  /** Absent removes the key. */
  value?: JsonValue;
}
export interface SetTriggerValue {
  type: 'set-trigger-value';
  trigger: string;
  path: string[];
  value?: JsonValue;
}
export interface SetRunAfter {
  type: 'set-run-after';
  action: string;
  runAfter: Record<string, RunAfterStatus[]>;
}
/** Makes this the flow's one trigger. */
export interface SetTrigger {
  type: 'set-trigger';
  label: string;
  trigger: TriggerDefinition;
  connection?: { apiId: string; connectionId?: string };
}
export interface RenameTrigger {
  type: 'rename-trigger';
  trigger: string;
  name: string;
}
export type TriggerInputKind = 'text' | 'number' | 'boolean' | 'date' | 'email';
export interface AddTriggerInput {
  type: 'add-trigger-input';
  trigger: string;
  kind: TriggerInputKind;
  title?: string;
}
export interface SetTriggerInput {
  type: 'set-trigger-input';
  trigger: string;
  /** Key in the schema: `text`, `text_1`. */
  key: string;
  title?: string;
  description?: string;
  required?: boolean;
  /** Choices of a text input; an empty list makes it free text again. */
  options?: string[];
}
export interface RemoveTriggerInput {
  type: 'remove-trigger-input';
  trigger: string;
  key: string;
}
/** Makes a step (or a trigger) use a connection; the reference that carries it is found or made. */
export interface UseConnection {
  type: 'use-connection';
  step: string;
  apiId: string;
  connectionId: string;
}
/** Fills one slot, so every step that uses it changes with it. */
export interface SetConnectionReference {
  type: 'set-connection-reference';
  key: string;
  connectionId?: string;
}
export interface AddConnectionReference {
  type: 'add-connection-reference';
  apiId: string;
  connectionId?: string;
}
export interface RemoveConnectionReference {
  type: 'remove-connection-reference';
  key: string;
}
/** A note for people; an empty text removes it. */
export interface SetNote {
  type: 'set-note';
  step: string;
  text: string;
}
/** The whole definition, from the code view. */
export interface SetDefinition {
  type: 'set-definition';
  definition: FlowDefinition;
  connectionReferences?: ConnectionReferences;
}
/** Several edits as one gesture, one undo step. */
interface SeveralEdits {
  type: 'several';
  /** Names the gesture: "Repeat Pay Invoice for each invoice". */
  name: string;
  edits: Edit[];
  /** Step to select afterwards; the last edit's choice where absent. */
  select?: string;
}

export type Edit =
  | AddAction
  | RemoveAction
  | RenameAction
  | MoveAction
  | DuplicateAction
  | PasteActions
  | WrapAction
  | SetActionValue
  | SetTriggerValue
  | SetRunAfter
  | SetTrigger
  | RenameTrigger
  | AddTriggerInput
  | SetTriggerInput
  | RemoveTriggerInput
  | UseConnection
  | SetConnectionReference
  | AddConnectionReference
  | RemoveConnectionReference
  | SetNote
  | SetDefinition
  | SeveralEdits;

/** What a verb answers: the flow after it and the step to select, if it says so. */
export interface Edited {
  flow: Flow;
  select?: string;
}

export type EditResult = { ok: true; flow: Flow; select?: string } | { ok: false; problems: Problem[] };
