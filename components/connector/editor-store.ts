// The editing state of one connector: the draft as a document, its undo steps, and what is saved.
// Text is computed only when it is needed, from the last text and the changed document, so untouched lines stay as they were.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { checkConnector } from '@/lib/connector/check-connector';
import type { Connector } from '@/lib/connector/model';
import { parseDefinition } from '@/lib/connector/parse-definition';
import { readConnector } from '@/lib/connector/read-connector';
import { applyChanges } from '@/lib/document/change';
import { rewriteText, toCanonicalText } from '@/lib/document/text';
import { isJsonObject, type JsonObject } from '@/lib/json';
import type { DocumentChange, Problem } from '@/lib/problem';

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
}

export type SaveState = 'saved' | 'saving' | 'unsaved' | 'stale';

interface Snapshot {
  document: JsonObject;
  properties: JsonObject;
  name: string;
}

export interface EditorState extends Snapshot {
  stored: StoredConnector;
  connector: Connector | undefined;
  /** Of the reader and the checker together. */
  problems: Problem[];
  /** A text in the Swagger editor that does not parse; the document is then the last valid one. */
  broken: { text: string; problems: Problem[] } | undefined;
  past: { label: string; before: Snapshot }[];
  save: SaveState;
  savedAt: number | undefined;
  saveMessage: string | undefined;
  /** operationId shown in the Definition and Test tabs; undefined until one is chosen. */
  selected: string | undefined;
}

export interface EditorActions {
  change(label: string, changes: DocumentChange[]): void;
  changeProperties(label: string, changes: DocumentChange[]): void;
  rename(name: string): void;
  select(operationId: string): void;
  setText(text: string): void;
  undo(): string | undefined;
  /** The draft as text, ready to be kept. */
  texts(): { definitionText: string; propertiesText: string; name: string };
  markSaving(): void;
  markSaved(revision: number, sent: { definitionText: string; propertiesText: string; name: string }): void;
  markUnsaved(state: 'unsaved' | 'stale', message: string): void;
  markPublished(version: number): void;
  reload(stored: StoredConnector): void;
}

export type EditorStore = StoreApi<EditorState & EditorActions>;

const undoLimit = 200;

function readStored(stored: StoredConnector): Snapshot & Pick<EditorState, 'broken'> {
  const definition = parseDefinition(stored.definitionText);
  const properties = parseDefinition(stored.propertiesText);
  return {
    document: definition.ok ? definition.document : {},
    properties: properties.ok ? properties.document : {},
    name: stored.name,
    broken: definition.ok ? undefined : { text: stored.definitionText, problems: definition.problems },
  };
}

function inspect(document: JsonObject, properties: JsonObject): Pick<EditorState, 'connector' | 'problems'> {
  const { connector, problems } = readConnector(document, properties);
  if (!connector) return { connector: undefined, problems };
  const found = checkConnector(connector, properties);
  const known = new Set(found.map((problem) => `${problem.code} ${problem.at}`));
  return {
    connector,
    problems: [...problems.filter((problem) => !known.has(`${problem.code} ${problem.at}`)), ...found],
  };
}

/** A store for one connector as the server keeps it. */
export function createEditorStore(stored: StoredConnector): EditorStore {
  let base = { text: stored.definitionText, propertiesText: stored.propertiesText };
  const opened = readStored(stored);
  let baseDocuments = { document: opened.document, properties: opened.properties };

  return createStore<EditorState & EditorActions>((set, get) => {
    function put(label: string, next: Partial<Snapshot>): void {
      const { document, properties, name, past } = get();
      const merged = { document, properties, name, ...next };
      const last = past.at(-1);
      // Typing in one field is one step: the first state before it is what undo returns to.
      const steps =
        last?.label === label ? past : [...past, { label, before: { document, properties, name } }];
      set({
        ...merged,
        ...inspect(merged.document, merged.properties),
        past: steps.slice(-undoLimit),
        broken: undefined,
        save: 'unsaved',
        saveMessage: undefined,
      });
    }

    return {
      stored,
      ...opened,
      ...inspect(opened.document, opened.properties),
      past: [],
      save: 'saved',
      savedAt: undefined,
      saveMessage: undefined,
      selected: undefined,

      select: (selected) => set({ selected }),
      change: (label, changes) => put(label, { document: applyChanges(get().document, changes) }),
      changeProperties: (label, changes) =>
        put(label, { properties: applyChanges(get().properties, changes) }),
      rename: (name) => put('name', { name }),
      setText(text) {
        const parsed = parseDefinition(text);
        if (parsed.ok && parsed.repairs.length === 0) put('text', { document: parsed.document });
        else
          set({ broken: { text, problems: parsed.ok ? repairProblems(parsed.repairs) : parsed.problems } });
      },
      undo() {
        const { past } = get();
        const last = past.at(-1);
        if (!last) return undefined;
        set({
          ...last.before,
          ...inspect(last.before.document, last.before.properties),
          past: past.slice(0, -1),
          save: 'unsaved',
          broken: undefined,
        });
        return last.label;
      },
      texts() {
        const { document, properties, name } = get();
        return {
          definitionText: keepText(base.text, baseDocuments.document, document),
          propertiesText: keepText(base.propertiesText, baseDocuments.properties, properties),
          name,
        };
      },
      markSaving: () => set({ save: 'saving' }),
      markSaved(revision, sent) {
        const { stored: former } = get();
        const next = { ...former, ...sent, revision, edited: true };
        const documents = readStored(next);
        base = { text: sent.definitionText, propertiesText: sent.propertiesText };
        baseDocuments = { document: documents.document, properties: documents.properties };
        set({ stored: next, savedAt: Date.now() });
        const now = get();
        const changed = now.name !== sent.name || now.texts().definitionText !== sent.definitionText;
        set({ save: changed ? 'unsaved' : 'saved' });
      },
      markUnsaved: (save, saveMessage) => set({ save, saveMessage }),
      markPublished: (version) => set({ stored: { ...get().stored, version, edited: false } }),
      reload(next) {
        const reopened = readStored(next);
        base = { text: next.definitionText, propertiesText: next.propertiesText };
        baseDocuments = { document: reopened.document, properties: reopened.properties };
        set({
          stored: next,
          ...reopened,
          ...inspect(reopened.document, reopened.properties),
          past: [],
          save: 'saved',
          saveMessage: undefined,
        });
      },
    };
  });
}

function keepText(text: string, before: JsonObject, after: JsonObject): string {
  if (before === after) return text;
  return isJsonObject(before) && text.trim() !== ''
    ? rewriteText(text, before, after)
    : toCanonicalText(after);
}

function repairProblems(repairs: readonly { code: string; message: string }[]): Problem[] {
  return repairs.map((repair) => ({ code: repair.code, severity: 'error', at: '', message: repair.message }));
}
