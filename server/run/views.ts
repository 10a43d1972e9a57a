// Runs for screens: the history, one run on the canvas as the flow was then, one record.
import { findConnector, findConnectorIcon, findConnectorVersion } from '@/db/queries/connector';
import { findFlow } from '@/db/queries/flow';
import { listRuns, readRunSource } from '@/db/queries/run-list';
import { findRecord, listTopRecords } from '@/db/queries/run-record';
import { AppError } from '@/lib/app-error';
import { type Attempt, type IterationStep, type RunStatus, toIterationPath } from '@/lib/engine/record';
import { slugOf } from '@/lib/flow/api-id';
import type { FlowDefinition } from '@/lib/flow/definition';
import { brandColorOf, iconUrl, parseProperties } from '../connector/stored-connector';
import { readSourceTexts } from '../runner/flow-loader';
import type { FlowSource } from '../runner/flow-source';
import type { Scope } from '../services';
import { cutForView } from './cut-for-view';
import { getRunRow } from './load';
import { summaryReader } from './run-definition';
import { toRecordSummary, toRunView } from './run-row';
import type { RunConnectorView, RunDetails, RunRecordView, RunView } from './run-view';
import { findTrouble } from './trouble';

export interface RunListInput {
  flowId?: string | undefined;
  status?: RunStatus | undefined;
  /** Only runs in which a call waits for somebody's decision. */
  inDoubt?: boolean | undefined;
  before?: string | undefined;
  limit?: number | undefined;
}

/** A page of the history, newest first. */
export interface RunPage {
  runs: RunView[];
  /** The `before` of the following page. */
  next?: string;
  /** Epoch milliseconds on the server's clock. */
  now: number;
}

export function listRunViews(scope: Scope, input: RunListInput): RunPage {
  const limit = input.limit ?? 50;
  const rows = listRuns(scope.services.database, scope.environmentId, {
    flowId: input.flowId,
    status: input.status,
    inDoubt: input.inDoubt,
    beforeNumber: input.before === undefined ? undefined : readCursor(input.before),
    limit: limit + 1,
  });
  const runs = rows.slice(0, limit);
  const last = runs.at(-1);
  const next = rows.length > limit && last !== undefined ? { next: String(last.number) } : {};
  return { runs: runs.map(toRunView), now: scope.services.now(), ...next };
}

function readCursor(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number))
    throw new AppError('INVALID_INPUT', 'This is not the cursor of a page.', { field: 'before' });
  return number;
}

export function getRunDetails(scope: Scope, id: string): RunDetails {
  const { database } = scope.services;
  const row = getRunRow(scope, id);
  const { definitionText, references, source } = readSourceTexts(
    database,
    readRunSource(database, row.source),
  );
  const definition = JSON.parse(definitionText) as FlowDefinition;
  const trouble = findTrouble(database, row, definition);
  const flow = findFlow(database, scope.environmentId, row.flowId);
  return {
    run: toRunView(row),
    flowDeleted: flow === undefined,
    ...(flow?.solutionId && { solution: { id: flow.solutionId, name: flow.solutionName ?? 'Solution' } }),
    definitionText,
    references,
    connectors: listRunConnectors(scope, source),
    records: listTopRecords(database, row.number).map(summaryReader(database, definition)),
    ...(trouble !== undefined && { trouble }),
    sequence: row.sequence,
    now: scope.services.now(),
  };
}

/** The connectors as they were; names and pictures are those of today. */
function listRunConnectors(scope: Scope, source: FlowSource): RunConnectorView[] {
  const { database } = scope.services;
  const { environmentId } = scope;
  return Object.entries(source.connectors).flatMap(([apiId, { connectorId, version }]) => {
    const texts = findConnectorVersion(database, { environmentId, connectorId, version });
    if (texts === undefined) return [];
    const slug = slugOf(apiId) ?? '';
    const icon = findConnectorIcon(database, environmentId, connectorId);
    return {
      id: connectorId,
      apiId,
      slug,
      name: findConnector(database, environmentId, connectorId)?.name ?? slug,
      brandColor: brandColorOf(parseProperties(texts.propertiesText)),
      iconUrl: iconUrl(connectorId, icon?.version ?? null),
      definitionText: texts.definitionText,
      propertiesText: texts.propertiesText,
      version,
    };
  });
}

export interface RecordKey {
  runId: string;
  name: string;
  iteration?: IterationStep[] | undefined;
}

export function getRunRecord(scope: Scope, key: RecordKey): RunRecordView {
  const row = getRecordRow(scope, key);
  const { inputs, outputs } = row;
  const attempts = row.attempts === null ? [] : (JSON.parse(row.attempts) as Attempt[]);
  const sizes = { inputsBytes: byteLength(inputs), outputsBytes: byteLength(outputs) };
  return {
    ...toRecordSummary({ ...row, ...sizes, sent: attempts.length }),
    ...(inputs !== null && { inputs: cutForView(inputs) }),
    ...(outputs !== null && { outputs: cutForView(outputs) }),
    attempts,
  };
}

/** The whole of one value, for download. */
export function readWholeValue(scope: Scope, key: RecordKey, which: 'inputs' | 'outputs'): string {
  const text = getRecordRow(scope, key)[which];
  if (text === null) throw new AppError('NOT_FOUND', `This step has no ${which}.`);
  return text;
}

function getRecordRow(scope: Scope, { runId, name, iteration = [] }: RecordKey) {
  const run = getRunRow(scope, runId);
  const row = findRecord(scope.services.database, run.number, { name, path: toIterationPath(iteration) });
  if (row === undefined) throw new AppError('NOT_FOUND', `“${name}” has not run in this run.`);
  return row;
}

function byteLength(text: string | null): number {
  return text === null ? 0 : Buffer.byteLength(text);
}
