// Stores the draft within a second of an edit, one request at a time; says plainly when it cannot.
import type { StoreApi } from 'zustand/vanilla';
import { describeError, type ErrorDescription } from '@/components/ui/describe-error';
import type { Flow } from '@/lib/flow/definition';
import type { DesignerState } from './designer-store';
import type { Journal, KeptTexts } from './journal';
import { isSameFlow } from './kept-flow';
import type { LoadedDraft, SaveState, StoredAnswer } from './save-state';

const delayMs = 600;
const journalDelayMs = 120;
const retryMs = [2_000, 5_000, 15_000, 30_000];

/** What the server is asked to keep. */
export interface DraftToStore {
  revision: number;
  definitionText: string;
  references: Flow['connectionReferences'];
}

export interface AutosaveOptions {
  store: StoreApi<DesignerState>;
  journal: Journal;
  send(draft: DraftToStore): Promise<StoredAnswer>;
  /** What the server has now. */
  fetchStored(): Promise<LoadedDraft>;
  /** What the page before a reload may have stored without learning of it. */
  maybeStored?: readonly Flow[] | undefined;
}

export interface Autosave {
  /** Stores what is pending now; resolves to true when nothing is pending any more. */
  flush(): Promise<boolean>;
  stop(): void;
}

interface Sent {
  flow: Flow;
  /** Changes there were when it was sent. */
  changes: number;
}

/** Answers that another try may change; every other one stays as it is until the draft is changed. */
const passing: readonly (string | undefined)[] = ['INTERNAL', 'UNAVAILABLE', 'TOO_MANY'];

function stateAfter({ answered, code }: ErrorDescription): SaveState {
  if (code === 'STALE_EDIT') return 'stale';
  return answered && !passing.includes(code) ? 'refused' : 'failed';
}

function textsOf({ definition, connectionReferences }: Flow): KeptTexts {
  return {
    definitionText: JSON.stringify(definition),
    referencesText: JSON.stringify(connectionReferences),
  };
}

/** Watches the store and keeps the draft on the server equal to it. */
export function startAutosave(options: AutosaveOptions): Autosave {
  const { store, journal, send, fetchStored } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let journalTimer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | undefined;
  let failures = 0;
  let stopped = false;
  /** On its way. */
  let sending: Sent | undefined;
  /** Sent without an answer, so the server may have one of them: the first and the last. */
  let unanswered: Sent[] = (options.maybeStored ?? []).map((flow) => ({ flow, changes: 0 }));

  function writeJournal() {
    clearTimeout(journalTimer);
    journalTimer = undefined;
    const { flow, revision, changes } = store.getState();
    if (changes === 0) return;
    const sent = [...unanswered, ...(sending ? [sending] : [])]
      .filter((each) => each.flow !== flow)
      .map((each) => textsOf(each.flow));
    journal.write({ revision, ...textsOf(flow), sent, changes, at: Date.now() });
  }

  function schedule(ms: number) {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  }

  function keepStored({ flow, changes: before }: Sent, text: string, answer: StoredAnswer): boolean {
    failures = 0;
    const now = store.getState();
    const changes = isSameFlow(now.flow, flow) ? 0 : Math.max(1, now.changes - before);
    now.markStored({ text, flow, answer, changes });
    if (changes > 0) writeJournal();
    return changes === 0;
  }

  function fail(error: unknown) {
    writeJournal();
    const problem = describeError(error);
    const state = stateAfter(problem);
    store.setState(({ save }) => ({ save: { at: save.at, state, problem } }));
    if (state === 'failed') schedule(retryMs[Math.min(failures++, retryMs.length - 1)] ?? 30_000);
    return false;
  }

  /** Where somebody else seems to have stored first, it may have been this very window: without an answer, or sent twice. */
  async function recognise(attempt: Sent, error: unknown): Promise<boolean> {
    const theirs = await fetchStored();
    const own = [...unanswered, attempt].find((each) => isSameFlow(each.flow, theirs.flow));
    if (!own) return fail(error);
    const { revision, definitionText, at = Date.now(), edited = true } = theirs;
    return keepStored({ ...own, flow: theirs.flow }, definitionText, { revision, savedAt: at, edited });
  }

  async function storeOnce(): Promise<boolean> {
    const { changes, flow, revision, save, toText } = store.getState();
    if (changes === 0) return true;
    if (save.state === 'stale') return false;
    store.setState({ save: { at: save.at, state: 'saving' } });
    const definitionText = toText();
    const attempt = { flow, changes };
    sending = attempt;
    try {
      const answer = await send({ revision, definitionText, references: flow.connectionReferences });
      sending = undefined;
      return keepStored(attempt, definitionText, answer);
    } catch (error) {
      sending = undefined;
      const { answered, code } = describeError(error);
      if (!answered) unanswered = [...unanswered.slice(0, 1), attempt];
      return code === 'STALE_EDIT' ? recognise(attempt, error).catch(fail) : fail(error);
    }
  }

  /** Stores until nothing is pending; what was changed during a request goes with the next one. */
  async function storeAll(): Promise<boolean> {
    while (!(await storeOnce())) if (store.getState().save.state !== 'saved') return false;
    return true;
  }

  function flush(): Promise<boolean> {
    clearTimeout(timer);
    running ??= storeAll().finally(() => {
      running = undefined;
    });
    return running;
  }

  const unsubscribe = store.subscribe((now, before) => {
    // Stored, or given up for what somebody else stored.
    if (now.revision !== before.revision) unanswered = [];
    if (now.changes === 0 && before.changes > 0) journal.clear();
    if (now.flow === before.flow || now.changes === 0 || now.changes === before.changes) return;
    journalTimer ??= setTimeout(writeJournal, journalDelayMs);
    if (now.save.state !== 'stale') schedule(delayMs);
  });

  const onHide = () => writeJournal();
  window.addEventListener('pagehide', onHide);
  if (store.getState().changes > 0) schedule(delayMs);

  return {
    flush,
    stop() {
      stopped = true;
      writeJournal();
      clearTimeout(timer);
      clearTimeout(journalTimer);
      window.removeEventListener('pagehide', onHide);
      unsubscribe();
    },
  };
}
