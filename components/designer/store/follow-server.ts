// What happens here when the server has a draft that this window did not store: taken over, or decided about.
import type { Flow } from '@/lib/flow/definition';
import type { DesignerStore } from './designer-store';
import type { LoadedDraft } from './save-state';

/** Shows what the server has; what was here can be taken back. */
export function takeTheirs(store: DesignerStore, theirs: LoadedDraft) {
  store.getState().load(theirs, 'Take the other version');
}

/** Puts a flow over what the server has; that can be taken back. */
export function keepMine(store: DesignerStore, theirs: LoadedDraft) {
  const { flow: mine, load } = store.getState();
  load(theirs);
  bringIn(store, mine, 'Keep my version');
}

/** Makes a whole flow the draft, as one edit of that name. */
export function bringIn(store: DesignerStore, flow: Flow, name: string) {
  const { definition, connectionReferences } = flow;
  const edits = [{ type: 'set-definition', definition, connectionReferences }] as const;
  store.getState().apply({ type: 'several', name, edits: [...edits] });
}

/**
 * Takes over a newer draft where nothing is unsaved here; true where it did. Which version is live is taken over in any
 * case that fits the draft shown.
 */
export function followServer(store: DesignerStore, theirs: LoadedDraft): boolean {
  const { revision, changes, save, load } = store.getState();
  const { version = 0, edited = true } = theirs;
  if (changes > 0 || save.state !== 'saved' || theirs.revision < revision) return false;
  if (theirs.revision === revision) {
    store.setState({ version, edited });
    return false;
  }
  load(theirs, 'Take the newer version');
  return true;
}
