// A run that a former process left unfinished: its state is put together from its records.

import { readRunSource } from '@/db/queries/run-list';
import { type ClaimedRun, failRun } from '@/db/queries/run-owner';
import { readRecords } from '@/db/queries/run-record';
import { foldRecords } from '@/lib/engine/fold';
import type { ActionRecord } from '@/lib/engine/record';
import { type ActiveRun, createActiveRun } from './active-run';
import type { RunnerPorts } from './ports';
import { fromStoredRecord } from './record-row';

/** undefined when the run cannot go on; it has then been ended with the reason. */
export function recoverRun(ports: RunnerPorts, claimed: ClaimedRun): ActiveRun | undefined {
  const { database, log, clock } = ports;
  const { id, number, fence, environmentId, flowId, flowName } = claimed;
  try {
    const loaded = ports.load(readRunSource(database, claimed.source));
    const identity = { runId: id, flowId, flowName, environmentId };
    const state = foldRecords(loaded.plan, identity, {
      records: recordsOf(ports, number),
      sequence: claimed.sequence,
      status: claimed.status,
      inDoubt: claimed.inDoubt,
    });
    // Whoever called a process that runs no engine waits there, and reads the answer from the record of the Response.
    state.callerWaits = claimed.answerBy !== null && claimed.answerBy > clock.now() && !state.responded;
    return createActiveRun(loaded, identity, { number, fence, state });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    log.error({ run: id, err: message }, 'A run could not be taken up again.');
    failRun(database, claimed, {
      code: 'RunNotReadable',
      message: `The run could not go on after a restart. ${message}`,
      at: clock.now(),
    });
    return undefined;
  }
}

function* recordsOf({ database }: RunnerPorts, runNumber: number): Generator<ActionRecord> {
  for (const row of readRecords(database, runNumber)) yield fromStoredRecord(row);
}
