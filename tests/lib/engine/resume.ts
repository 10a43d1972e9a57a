// A run that is cut off after some event: its records go through the disk, and it goes on from those alone.
import { recordKey } from '@/db/queries/run-key';
import type { StoredRecord } from '@/db/queries/run-record';
import { foldRecords } from '@/lib/engine/fold';
import type { ActionRecord } from '@/lib/engine/record';
import { fromStoredRecord, toRecordRow } from '@/server/runner/record-row';
import { createDriver, identity, type RunOptions, virtualEnv } from './run-flow';

type Driver = ReturnType<typeof createDriver>;

function throughTheDisk(record: ActionRecord): ActionRecord {
  const row = toRecordRow({ ...record, stored: 0 });
  const { sequence, stored: _stored, ...rest } = row;
  const kept: StoredRecord = { key: recordKey(7, sequence), ...rest };
  return fromStoredRecord(kept);
}

const inherited = new WeakMap<Driver, ActionRecord[]>();

/** The newest state of each record so far, as a restart reads it. */
export function storedRecords(driver: Driver): ActionRecord[] {
  const told = driver.commands.flatMap((command) => (command.type === 'record' ? [command.record] : []));
  const records = new Set([...(inherited.get(driver) ?? []), ...told]);
  return [...records].map(throughTheDisk).sort((a, b) => a.sequence - b.sequence);
}

/** A driver that goes on with what is stored of another one; nothing has happened in it yet, not even `recovered`. */
export function resume(former: Driver, options: RunOptions = {}, virtual = virtualEnv()): Driver {
  const records = storedRecords(former);
  const state = foldRecords(former.plan, identity, {
    records,
    sequence: former.state.sequence,
    status: 'Running',
    inDoubt: former.state.told.inDoubt,
  });
  const driver = createDriver(former.plan.flow, options, { state, plan: former.plan, virtual });
  inherited.set(driver, records);
  return driver;
}
