// The editing state of one connector: the draft as a document, its undo steps, and what is saved.
// Text is computed only when it is needed, from the kept text and the changed document, so untouched lines stay as they
// were.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Connector, ConnectorSecurity } from '@/lib/connector/model';
import { parseDefinition } from '@/lib/connector/parse-definition';
import { applyChanges } from '@/lib/document/change';
import { rewriteText, toCanonicalText } from '@/lib/document/text';
import type { JsonObject } from '@/lib/json';
import type { DocumentChange, Problem } from '@/lib/problem';
import { nameError } from '../general/general-values';
import type { Goal } from '../problems/go-to-problem';
import { createProblemCheck, readAndCheck, readNow } from '../problems/problem-check';
import { type KeptText, readEditedText } from './edited-text';
import type { TextProblem } from './text-problem';

export interface StoredConnector {
  id: string;
  slug: string;
  apiId: string;
  name: string;
  solutionId?: string | null | undefined;
  brandColor: string;
  iconUrl?: string | null | undefined;
  revision: number;
  version: number;
  edited: boolean;
  definitionText: string;
  propertiesText: string;
  canUndoUpdate: boolean;
  undoLabel?: string | null | undefined;
  /** Every way to sign calls that the file declares which the connector was last imported from. */
  importedSecurity?: readonly ConnectorSecurity[] | undefined;
}

export type SaveState = 'saved' | 'saving' | 'unsaved' | 'stale';

interface Snapshot {
  document: JsonObject;
  properties: JsonObject;
  name: string;
  kept: { definition: KeptText; properties: KeptText };
}

/** The draft as text, ready to be kept; under its former name where the new one cannot be. */
export interface DraftTexts {
  definitionText: string;
  propertiesText: string;
  name: string;
}

export interface EditorState extends Snapshot {
  stored: StoredConnector;
  connector: Connector | undefined;
  /** Of the reader and the checker together; they follow a change by a moment. */
  problems: Problem[];
  /** A text in the Swagger editor that does not read; the document is then the last valid one, and waits. */
  broken: { text: string; problems: TextProblem[] } | undefined;
  /** How often an edit was refused because of the broken text. */
  refused: number;
  /** A name that the server did not take; the rest of the draft is saved without it. */
  refusedName: { name: string; message: string } | undefined;
  past: { label: string; changedAt: number; before: Snapshot }[];
  save: SaveState;
  savedAt: number | undefined;
  saveMessage: string | undefined;
  /** operationId shown in the Definition and Test tabs; undefined until one is chosen. */
  selected: string | undefined;
  /** Where the focus is to go next. */
  goal: Goal | undefined;
  /** The Swagger editor is shown because a finding led there, not because somebody opened it. */
  ledToText: boolean;
}

export interface EditorActions {
  /** Changes of one label that follow each other closely are one undo step. */
  change(label: string, changes: DocumentChange[]): void;
  changeProperties(label: string, changes: DocumentChange[]): void;
  rename(name: string): void;
  refuseName(name: string, message: string): void;
  select(operationId: string): void;
  aim(goal: Goal | undefined): void;
  setText(text: string): void;
  /** Gives up the text that does not read. */
  discardText(): void;
  /** The label of the step that was taken back. */
  undo(): string | undefined;
  texts(): DraftTexts;
  markSaving(): void;
  /** `sent` is what `texts` gave when the save began. */
  markSaved(revision: number, sent: DraftTexts): void;
  markUnsaved(state: 'unsaved' | 'stale', message: string): void;
  markPublished(version: number): void;
  reload(stored: StoredConnector): void;
  /** What the server says now: a newer draft where nothing waits to be saved, else only what is not part of a draft. */
  refresh(stored: StoredConnector): void;
  /** Shows work that was kept elsewhere in place of the draft, as an unsaved change of it. */
  restore(
    work: DraftTexts & { brokenText?: string | undefined; typedName?: string | undefined },
    save: SaveState,
  ): void;
}

export type EditorStore = StoreApi<EditorState & EditorActions>;

/** Why the name that stands in the field is not saved; undefined when it is. */
export function heldNameError({ name, refusedName }: EditorState): string | undefined {
  return nameError(name) ?? (refusedName?.name === name ? refusedName.message : undefined);
}

/** Whether the server has all of it, also what is typed and cannot be part of a draft. */
export function isAllSaved(state: EditorState): boolean {
  return state.save === 'saved' && !state.broken && heldNameError(state) === undefined;
}

const undoLimit = 200;
/** Typing that pauses longer than this, in milliseconds, begins a new undo step. */
const stepPause = 2_000;

function openTexts(texts: DraftTexts): Snapshot & Pick<EditorState, 'broken'> {
  const definition = parseDefinition(texts.definitionText);
  const properties = parseDefinition(texts.propertiesText);
  const document = definition.ok ? definition.document : {};
  const said = properties.ok ? properties.document : {};
  return {
    document,
    properties: said,
    name: texts.name,
    kept: {
      definition: { text: definition.ok ? definition.text : texts.definitionText, says: document },
      properties: { text: texts.propertiesText, says: said },
    },
    broken: definition.ok ? undefined : { text: texts.definitionText, problems: definition.problems },
  };
}

/** A store for one connector as the server keeps it. */
export function createEditorStore(stored: StoredConnector): EditorStore {
  // What a text was made from, so that a save knows later whether more has changed meanwhile.
  const made = new WeakMap<DraftTexts, Snapshot>();
  let latest: { of: Snapshot; texts: DraftTexts } | undefined;

  return createStore<EditorState & EditorActions>((set, get) => {
    const check = createProblemCheck({
      latest: () => {
        const { connector, properties } = get();
        return connector && { connector, properties };
      },
      done: (problems) => set({ problems }),
    });

    function show(next: Snapshot): Partial<EditorState> {
      const { connector, problems } = readNow(next.document, next.properties);
      if (connector) check.ask();
      return { ...next, connector, ...(connector ? {} : { problems }) };
    }

    function put(label: string, next: Partial<Snapshot>): void {
      const before = snapshotOf(get());
      const now = Date.now();
      const past = get().past;
      const last = past.at(-1);
      const goesOn = last?.label === label && now - last.changedAt < stepPause;
      const step = { label, changedAt: now, before: goesOn ? last.before : before };
      set({
        ...show({ ...before, ...next }),
        past: [...(goesOn ? past.slice(0, -1) : past), step].slice(-undoLimit),
        save: 'unsaved',
        saveMessage: undefined,
      });
    }

    function edit(label: string, next: () => Partial<Snapshot>): void {
      if (get().broken) set({ refused: get().refused + 1 });
      else put(label, next());
    }

    function open(next: StoredConnector): Partial<EditorState> {
      const opened = openTexts(next);
      return {
        stored: next,
        ...opened,
        ...readAndCheck(opened.document, opened.properties),
        past: [],
        refusedName: undefined,
        save: 'saved',
        saveMessage: undefined,
      };
    }

    const opened = openTexts(stored);
    return {
      stored,
      ...opened,
      ...readAndCheck(opened.document, opened.properties),
      refused: 0,
      refusedName: undefined,
      past: [],
      save: 'saved',
      savedAt: undefined,
      saveMessage: undefined,
      selected: undefined,
      goal: undefined,
      ledToText: false,

      select: (selected) => set({ selected }),
      aim: (goal) => set({ goal }),
      change: (label, changes) => edit(label, () => ({ document: applyChanges(get().document, changes) })),
      changeProperties: (label, changes) =>
        edit(label, () => ({ properties: applyChanges(get().properties, changes) })),
      rename: (name) => put('name', { name }),
      refuseName: (name, message) => set({ refusedName: { name, message } }),
      setText(text) {
        const read = readEditedText(text);
        if ('problems' in read) {
          set({ broken: { text, problems: read.problems } });
          return;
        }
        set({ broken: undefined });
        if (text !== get().texts().definitionText)
          put('text', { document: read.says, kept: { ...get().kept, definition: read } });
      },
      discardText: () => set({ broken: undefined }),
      undo() {
        const { past, broken } = get();
        if (broken) {
          set({ broken: undefined });
          return 'text';
        }
        const last = past.at(-1);
        if (!last) return undefined;
        set({ ...show(last.before), past: past.slice(0, -1), save: 'unsaved' });
        return last.label;
      },
      texts() {
        const of = snapshotOf(get());
        const name = heldNameError(get()) === undefined ? of.name : get().stored.name;
        if (latest && isSame(latest.of, of) && latest.texts.name === name) return latest.texts;
        const texts = {
          definitionText: write(of.kept.definition, of.document),
          propertiesText: write(of.kept.properties, of.properties),
          name,
        };
        made.set(texts, of);
        latest = { of, texts };
        return texts;
      },
      markSaving: () => set({ save: 'saving' }),
      markSaved(revision, sent) {
        const of = made.get(sent);
        const now = snapshotOf(get());
        const isAll = of !== undefined && isSame(of, now);
        set({
          stored: { ...get().stored, ...sent, revision, edited: true },
          savedAt: Date.now(),
          save: isAll ? 'saved' : 'unsaved',
          saveMessage: undefined,
        });
        if (!isAll || !of) return;
        const definition = { text: sent.definitionText, says: of.document };
        const properties = { text: sent.propertiesText, says: of.properties };
        set({ kept: { definition, properties } });
        latest = { of: { ...of, kept: get().kept }, texts: sent };
        made.set(sent, latest.of);
      },
      markUnsaved: (save, saveMessage) => set({ save, saveMessage }),
      markPublished: (version) => set({ stored: { ...get().stored, version, edited: false } }),
      reload: (next) => set(open(next)),
      refresh(next) {
        const { stored: held, save } = get();
        if (next.revision > held.revision && save === 'saved') {
          set(open(next));
          return;
        }
        if (next.revision < held.revision) return;
        const { iconUrl, solutionId, canUndoUpdate, undoLabel, importedSecurity } = next;
        set({ stored: { ...held, iconUrl, solutionId, canUndoUpdate, undoLabel, importedSecurity } });
      },
      restore({ brokenText, typedName, ...work }, save) {
        const { document, properties, name, kept, broken } = openTexts(work);
        if (!broken) put('restored', { document, properties, name: typedName ?? name, kept });
        if (brokenText !== undefined) get().setText(brokenText);
        // A name that was not taken is tried once more.
        set({ past: [], save: typedName !== undefined && save === 'saved' ? 'unsaved' : save });
      },
    };
  });
}

function snapshotOf({ document, properties, name, kept }: Snapshot): Snapshot {
  return { document, properties, name, kept };
}

function isSame(left: Snapshot, right: Snapshot): boolean {
  return (
    left.document === right.document &&
    left.properties === right.properties &&
    left.name === right.name &&
    left.kept === right.kept
  );
}

function write(kept: KeptText, after: JsonObject): string {
  if (kept.says === after) return kept.text;
  return kept.text.trim() === '' ? toCanonicalText(after) : rewriteText(kept.text, kept.says, after);
}
