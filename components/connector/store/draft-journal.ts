// What was typed and not saved yet, kept in this browser across a reload or a crash of the page.
import type { DraftTexts, EditorState, StoredConnector } from './editor-store';

export interface Journal extends DraftTexts {
  revision: number;
  /** A save that had not been answered when the page went away. */
  sending?: DraftTexts | undefined;
  /** A text of the Swagger editor that does not read. */
  brokenText?: string | undefined;
  /** A name that cannot be saved. */
  typedName?: string | undefined;
}

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (id: string) => `flowright:connector:${id}`;

/** Keeps it, or forgets it without one. A full or forbidden store loses only this safety net. */
export function writeJournal(store: Kept, id: string, journal: Journal | undefined): void {
  try {
    if (journal) store.setItem(keyOf(id), JSON.stringify(journal));
    else store.removeItem(keyOf(id));
  } catch {
    // The server save still runs.
  }
}

/** What was kept for a connector, if it says more than the server has. `save` is stale when both have gone on. */
export function readJournal(
  store: Kept,
  stored: StoredConnector,
): { work: Journal; save: EditorState['save'] } | undefined {
  try {
    const work = JSON.parse(store.getItem(keyOf(stored.id)) ?? 'null') as Journal | null;
    if (!work) return undefined;
    const isKnown = isSame(work, stored);
    if (isKnown && work.brokenText === undefined && work.typedName === undefined) return undefined;
    const isOurs = work.revision === stored.revision || (work.sending && isSame(work.sending, stored));
    return { work, save: isKnown ? 'saved' : isOurs ? 'unsaved' : 'stale' };
  } catch {
    return undefined;
  }
}

function isSame(left: DraftTexts, right: DraftTexts): boolean {
  return (
    left.definitionText === right.definitionText &&
    left.propertiesText === right.propertiesText &&
    left.name === right.name
  );
}
