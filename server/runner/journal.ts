// The journal: collects what one turn of the event loop changed in all runs, and writes it in one transaction.
// What has to wait for the disk (sending a call, answering a caller) is handed over as `after` and happens after the commit.
import type { Database } from '@/db/client';
import { createRunWriter, type NewRun, type RunRowChange, type RunWriter } from '@/db/queries/run-journal';
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
}

const retryMilliseconds = 1_000;

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

  const entryOf = (run: JournalRun): Collected => {
    const known = collected.get(run);
    if (known !== undefined) return known;
    const entry: Collected = {
      run,
      insert: undefined,
      change: undefined,
      sequence: 0,
      records: new Set(),
      after: [],
      lost: [],
      refused: [],
    };
    collected.set(run, entry);
    return entry;
  };

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
    let numbers: (number | undefined)[];
    try {
      numbers = write(entries);
    } catch (error) {
      putBack(entries, error);
      return;
    }
    entries.forEach((entry, index) => {
      const number = numbers[index];
      if (number === undefined) {
        for (const lost of entry.lost) lost();
        return;
      }
      entry.run.number = number;
      for (const record of entry.records) record.stored = record.sequence;
    });
    entries.forEach((entry, index) => {
      if (numbers[index] === undefined) return;
      options.onCommit(entry.run);
      for (const after of entry.after) after();
    });
  };

  /** A commit that failed (a full disk): new runs are refused, what was accepted is tried again later. */
  const putBack = (entries: Collected[], error: unknown) => {
    options.log.error({ err: String(error) }, 'The journal could not be written; it is tried again.');
    for (const entry of entries) {
      if (entry.insert !== undefined) {
        for (const refused of entry.refused) refused(error);
        continue;
      }
      collected.set(entry.run, entry);
    }
    if (collected.size > 0) {
      retry ??= setTimeout(() => {
        retry = undefined;
        flush();
      }, retryMilliseconds);
    }
  };

  return {
    add(run, change) {
      const entry = entryOf(run);
      entry.insert ??= change.insert;
      entry.change = change.change ?? entry.change;
      entry.sequence = change.sequence;
      for (const record of change.records) entry.records.add(record);
      if (change.after !== undefined) entry.after.push(change.after);
      if (change.lost !== undefined) entry.lost.push(change.lost);
      if (change.refused !== undefined) entry.refused.push(change.refused);
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
