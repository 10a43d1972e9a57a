// Runs one flow on a temporary database through the real runner and the real outbound door: `flowright flow run`.
import { openDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { listEnvironments } from '@/db/queries/environment';
import { readRunOutputs } from '@/db/queries/run-list';
import { readRecords } from '@/db/queries/run-record';
import { findRunById } from '@/db/queries/run-watch';
import type { Connector } from '@/lib/connector/model';
import { compilePlan } from '@/lib/engine/plan';
import {
  type ActionFault,
  type ActionRecord,
  type IterationStep,
  isFinalRun,
  type RunStatus,
} from '@/lib/engine/record';
import { toTimeText } from '@/lib/engine/record-value';
import type { Value, ValueObject } from '@/lib/expression/value';
import type { Flow } from '@/lib/flow/definition';
import { parseJsonText } from '@/lib/json-text';
import { placementsFor } from '../connection/open-credential';
import { Secret } from '../connection/secret-box';
import { createEgress } from '../egress/egress';
import type { RunAnswer } from './active-run';
import { fromStoredRecord } from './record-row';
import { createRunner } from './runner';
import { systemClock, systemIds } from './system-ports';

export interface HeadlessConnection {
  connector: Connector;
  /** scheme://host:port that is called and that the values may be sent to. */
  baseUrl: string;
  /** Values of the connection's fields, e.g. `api_key`. */
  values: Record<string, string>;
}

interface HeadlessInput {
  flow: Flow;
  /** By connection reference. */
  connections: Record<string, HeadlessConnection>;
  triggerOutputs: ValueObject;
  /** Private `host:port` pairs that may be called. */
  allowHosts: readonly string[];
}

export interface HeadlessRun {
  status: RunStatus;
  error?: ActionFault & { action?: string };
  outputs: Value;
  response?: { statusCode: number; headers: Record<string, string>; body: Value };
  records: HeadlessRecord[];
}

interface HeadlessRecord {
  name: string;
  iteration?: readonly IterationStep[];
  status: string;
  code?: string;
  inputs: Value;
  outputs: Value;
  error?: ActionFault;
  startTime: string;
  endTime?: string;
}

/** Ends with the run, or when all that is left in it is somebody's decision (status Waiting). */
export async function runHeadless(input: HeadlessInput): Promise<HeadlessRun> {
  const database = openDatabase('');
  const egress = createEgress({
    openCredential: async ({ connectionId }) => {
      const connection = input.connections[connectionId];
      if (connection === undefined) return undefined;
      const secrets = new Map(
        Object.entries(connection.values).map(([name, value]) => [name, new Secret(value)]),
      );
      const { origin } = new URL(connection.baseUrl);
      return { origin, placements: placementsFor(connection.connector.security, secrets) };
    },
    isAllowed: (host) => input.allowHosts.includes(host),
  });
  try {
    migrateDatabase(database);
    const environmentId = listEnvironments(database)[0]?.id ?? '';
    const loaded = load(input, environmentId);
    const runner = createRunner({
      database,
      works: true,
      egress,
      load: () => loaded,
      findHook: () => undefined,
      clock: systemClock,
      ids: systemIds,
      random: Math.random,
      log: { warn: () => undefined, error: (facts, message) => console.error(message, facts) },
    });
    await runner.start();
    let answer: RunAnswer | undefined;
    const { runId } = await runner.accept({
      environmentId,
      flowId: 'flow',
      flowName: 'flow',
      kind: 'draft',
      sourceText: '{}',
      triggerOutputs: input.triggerOutputs,
      ...(loaded.plan.hasResponse && {
        answer: (given: RunAnswer) => {
          if (given.missing === undefined) answer = given;
        },
      }),
    });
    for await (const { run } of runner.watch(runId, 0))
      if (run !== undefined && (isFinalRun(run.status) || run.status === 'Waiting')) break;
    await runner.stop({ graceMs: 0 });
    return describe(database, runId, loaded.plan.trigger.name, answer);
  } finally {
    await egress.close();
    database.close();
  }
}

function load({ flow, connections }: HeadlessInput, environmentId: string) {
  const connectors: Record<string, Connector> = {};
  const baseUrls: Record<string, string> = {};
  const credentials: Record<string, { connectionId: string; environmentId: string }> = {};
  for (const [reference, connection] of Object.entries(connections)) {
    const apiId = flow.connectionReferences[reference]?.apiId;
    if (apiId !== undefined) connectors[apiId] = connection.connector;
    baseUrls[reference] = connection.baseUrl;
    credentials[reference] = { connectionId: reference, environmentId };
  }
  return { plan: compilePlan({ flow, connectors, baseUrls }), credentials };
}

function describe(
  database: ReturnType<typeof openDatabase>,
  runId: string,
  triggerName: string,
  answer: RunAnswer | undefined,
): HeadlessRun {
  const row = findRunById(database, runId);
  if (row === undefined) throw new Error('The run was not stored.');
  const stored = [...readRecords(database, row.number)].map(fromStoredRecord);
  const records = stored.filter((record) => record.begun !== 1 || record.name !== triggerName);
  records.sort((a, b) => a.begun - b.begun);
  const outputs = readRunOutputs(database, row);
  const parsed = outputs === undefined ? undefined : parseJsonText(outputs);
  const error: HeadlessRun['error'] =
    row.errorCode === null
      ? undefined
      : {
          code: row.errorCode,
          message: row.errorMessage ?? '',
          ...(row.errorAction !== null && { action: row.errorAction }),
        };
  return {
    status: row.status,
    ...(error && { error }),
    outputs: parsed?.ok ? parsed.value : {},
    ...(answer && {
      response: { statusCode: answer.statusCode, headers: answer.headers, body: answer.body ?? null },
    }),
    records: records.map(toHeadlessRecord),
  };
}

function toHeadlessRecord(record: ActionRecord): HeadlessRecord {
  return {
    name: record.name,
    ...(record.iteration.length > 0 && { iteration: record.iteration }),
    status: record.status,
    ...(record.code !== undefined && { code: record.code }),
    inputs: record.inputs ?? null,
    outputs: record.outputs ?? null,
    ...(record.error !== undefined && { error: record.error }),
    startTime: toTimeText(record.startTime),
    ...(record.endTime !== undefined && { endTime: toTimeText(record.endTime) }),
  };
}
