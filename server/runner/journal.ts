// The journal: collects what one turn of the event loop changed in all runs, and writes it in one transaction.
// What has to wait for the disk (sending a call, answering a caller) is handed over as `after` and happens after the commit.
import type { Database } from '@/db/client';
import {
  createRunWriter,
  type NewRun,
  type RunRowChange,
  type RunWriter,
  type Written,
} from '@/db/queries/run-journal';
import type { ActionRecord } from '@/lib/engine/record';
import type { Log } from './ports';
import { toRecordRow } from './record-row';

/** What the journal knows of a run. It sets `number` when the run is stored. */
export interface JournalRun {
  number: number;
  fence: number;
}

interface JournalChange {
  insert?: NewRun;
  change?: RunRowChange;
  sequence: number;
  records: ActionRecord[];
  /** After the commit. */
  after?: () => void;
  /** Another runner owns the run by now; nothing was written. */
  lost?: () => void;
  /** The run could not be stored: it was never accepted. */
  refused?: (error: unknown) => void;
  /** The caller's key had begun another run, whose id this is; nothing was written. */
  known?: (runId: string) => void;
  /** This run, and no other one, cannot be written. */
  unwritable?: (error: unknown) => void;
}

export interface Journal {
  add(run: JournalRun, change: JournalChange): void;
  /** Writes what is collected, now. */
  flush(): void;
  close(): void;
}

interface Collected {
  run: JournalRun;
  insert: NewRun | undefined;
  change: RunRowChange | undefined;
  sequence: number;
  records: Set<ActionRecord>;
  after: (() => void)[];
  lost: (() => void)[];
  refused: ((error: unknown) => void)[];
  known: ((runId: string) => void)[];
  unwritable: ((error: unknown) => void)[];
}

const retryMilliseconds = 1_000;
/** Troubles of the disk or of a neighbour, which pass; any other error is about what was to be written. */
const passing = /^SQLITE_(FULL|BUSY|LOCKED|IOERR|NOMEM|CANTOPEN|READONLY|PROTOCOL)/;

export function createJournal(options: {
  database: Database;
  log: Log;
  /** Told after each commit, once per run that changed. */
  onCommit(run: JournalRun): void;
  writer?: RunWriter;
}): Journal {
  const writer = options.writer ?? createRunWriter(options.database);
  let collected = new Map<JournalRun, Collected>();
  let scheduled: NodeJS.Immediate | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  const write = (entries: Collected[]) =>
    writer.write(
      entries.map((entry) => ({
        runNumber: entry.run.number,
        fence: entry.run.fence,
        insert: entry.insert,
        change: entry.change,
        sequence: entry.sequence,
        records: Array.from(entry.records, toRecordRow),
      })),
    );

  const flush = () => {
    if (scheduled !== undefined) clearImmediate(scheduled);
    scheduled = undefined;
    if (collected.size === 0 || closed) return;
    const entries = [...collected.values()];
    collected = new Map();
    let written: Written[];
    try {
      written = write(entries);
    } catch (error) {
      takeApart(entries, error);
      return;
    }
    settle(entries, written);
  };

  /** All are marked as stored before anything follows from any of them. */
  const settle = (entries: Collected[], written: Written[]) => {
    entries.forEach((entry, index) => {
      const outcome = written[index];
      if (outcome === undefined || !('run' in outcome)) return;
      entry.run.number = outcome.run;
      for (const record of entry.records) record.stored = record.sequence;
    });
    entries.forEach((entry, index) => {
      const outcome = written[index];
      if (outcome === undefined || 'lost' in outcome) for (const lost of entry.lost) lost();
      else if ('known' in outcome) for (const known of entry.known) known(outcome.known);
      else {
        options.onCommit(entry.run);
        for (const after of entry.after) after();
      }
    });
  };

  /** One run that cannot be written holds up no other one: each is tried alone. */
  const takeApart = (entries: Collected[], error: unknown) => {
    if (isPassing(error)) {
      putBack(entries, error);
      return;
    }
    for (const entry of entries) {
      try {
        settle([entry], write([entry]));
      } catch (own) {
        if (isPassing(own)) putBack([entry], own);
        else for (const give of entry.insert === undefined ? entry.unwritable : entry.refused) give(own);
      }
    }
  };

  /** A commit that failed (a full disk): new runs are refused, what was accepted is tried again later. */
  const putBack = (entries: Collected[], error: unknown) => {
    options.log.error({ err: String(error) }, 'The journal could not be written; it is tried again.');
    for (const entry of entries) {
      if (entry.insert !== undefined) for (const refused of entry.refused) refused(error);
      else collected.set(entry.run, join(entry, collected.get(entry.run)));
    }
    if (collected.size === 0) return;
    retry ??= setTimeout(() => {
      retry = undefined;
      flush();
    }, retryMilliseconds);
  };

  return {
    add(run, change) {
      const entry = collected.get(run) ?? createEntry(run);
      collected.set(run, entry);
      entry.insert ??= change.insert;
      entry.change = change.change ?? entry.change;
      entry.sequence = change.sequence;
      for (const record of change.records) entry.records.add(record);
      if (change.after !== undefined) entry.after.push(change.after);
      if (change.lost !== undefined) entry.lost.push(change.lost);
      if (change.refused !== undefined) entry.refused.push(change.refused);
      if (change.known !== undefined) entry.known.push(change.known);
      if (change.unwritable !== undefined) entry.unwritable.push(change.unwritable);
      // Two turns rather than one: answers that are already at the door then share the commit.
      scheduled ??= setImmediate(() => {
        scheduled = setImmediate(flush);
      });
    },
    flush,
    close() {
      flush();
      closed = true;
      if (retry !== undefined) clearTimeout(retry);
    },
  };
}

function isPassing(error: unknown): boolean {
  return passing.test(String((error as { code?: unknown } | undefined)?.code ?? ''));
}

function createEntry(run: JournalRun): Collected {
  return {
    run,
    insert: undefined,
    change: undefined,
    sequence: 0,
    records: new Set(),
    after: [],
    lost: [],
    refused: [],
    known: [],
    unwritable: [],
  };
}

/** What was put back, with what was collected for the same run meanwhile. */
function join(former: Collected, later: Collected | undefined): Collected {
  if (later === undefined) return former;
  return {
    ...later,
    change: later.change ?? former.change,
    records: new Set([...former.records, ...later.records]),
    after: [...former.after, ...later.after],
    lost: [...former.lost, ...later.lost],
    unwritable: [...former.unwritable, ...later.unwritable],
  };
}
