// Testing a connection: the operation that the connector names for it (x-ms-capabilities.testConnection), else the first
// GET action that needs no parameter.
import { type ConnectionRow, updateConnection } from '@/db/queries/connection';
import { AppError } from '@/lib/app-error';
import { buildRequest } from '@/lib/connector/build-request';
import { connectionOrigin } from '@/lib/connector/connection';
import { listInputs } from '@/lib/connector/inputs';
import type { Connector, InputField, Operation } from '@/lib/connector/model';
import type { Value } from '@/lib/expression/value';
import type { HttpOutcome } from '@/lib/http';
import { isJsonObject, ownProperty } from '@/lib/json';
import { readVersions } from '../connector/versions';
import type { Scope } from '../services';
import { getConnectionRow } from './load';
import { movedSentence } from './origin';

const patience = 20_000;

export interface ConnectionTest {
  ok: boolean;
  message: string;
}

export async function testConnection(scope: Scope, id: string): Promise<ConnectionTest> {
  const row = getConnectionRow(scope, id);
  const { connector, isDraft } = modelToTest(scope, row);
  const declared = declaredTest(connector);
  const operation = declared?.operation ?? firstHarmless(connector);
  if (operation === undefined) {
    return {
      ok: false,
      message:
        'This connector has no operation that can be called without parameters. Try it on its Test tab.',
    };
  }
  return callAndNote(scope, { row, connector, isDraft, operation, parameters: declared?.parameters ?? {} });
}

/** Only where the connector says which operation is meant for it: nothing else is called unasked. */
export async function testDeclaredOperation(scope: Scope, id: string): Promise<ConnectionTest | undefined> {
  const row = getConnectionRow(scope, id);
  const { connector, isDraft } = modelToTest(scope, row);
  const declared = declaredTest(connector);
  return declared && callAndNote(scope, { row, connector, isDraft, ...declared });
}

/** The version that flows use, or else the draft: one that has operations at the address of the connection. */
function modelToTest(scope: Scope, row: ConnectionRow): { connector: Connector; isDraft: boolean } {
  const { draft, live } = readVersions(scope, row.connectorId);
  const fitting = [live, draft].find(
    (version) => version && version.operations.length > 0 && connectionOrigin(version) === row.origin,
  );
  const connector = fitting ?? live ?? draft;
  if (connector === undefined)
    throw new AppError('NOT_READY', 'This connector has errors. Correct its definition first.');
  return { connector, isDraft: connector !== live };
}

function declaredTest(
  connector: Connector,
): { operation: Operation; parameters: Record<string, Value> } | undefined {
  const test = ownProperty(ownProperty(connector.document, 'x-ms-capabilities'), 'testConnection');
  const operation = connector.operations.find(
    (candidate) => candidate.id === ownProperty(test, 'operationId'),
  );
  if (operation === undefined) return undefined;
  const parameters = ownProperty(test, 'parameters');
  return { operation, parameters: isJsonObject(parameters) ? parameters : {} };
}

/** Best one that takes nothing at all; else one whose inputs may all be left out. */
function firstHarmless(connector: Connector): Operation | undefined {
  const reads = connector.operations.filter(
    (operation) => operation.kind === 'action' && operation.method === 'GET',
  );
  const nothing = reads.find((operation) => operation.parameters.length === 0);
  return nothing ?? reads.find((operation) => listInputs(connector, operation).every(mayBeLeftOut));
}

function mayBeLeftOut(input: InputField): boolean {
  return !input.required || input.default !== undefined;
}

interface Call {
  row: ConnectionRow;
  connector: Connector;
  isDraft: boolean;
  operation: Operation;
  parameters: Record<string, Value>;
}

async function callAndNote(scope: Scope, call: Call): Promise<ConnectionTest> {
  const { row, connector, isDraft } = call;
  const { database, egress } = scope.services;
  const { environmentId } = scope;
  const note = (ok: boolean, message: string): ConnectionTest => {
    const state = ok ? ('connected' as const) : ('failing' as const);
    updateConnection(
      database,
      { environmentId, id: row.id },
      { status: state, lastError: ok ? null : message },
    );
    return { ok, message };
  };
  const origin = connectionOrigin(connector);
  if (origin !== row.origin) return note(false, movedSentence(row.origin, origin));
  const request = buildRequest(call);
  if (!request.ok) return { ok: false, message: request.message };
  const outcome = await egress.request(
    { ...request.request, timeout: patience },
    { credential: { connectionId: row.id, environmentId, draft: isDraft } },
  );
  const ok = outcome.kind === 'response' && outcome.status >= 200 && outcome.status < 300;
  return note(ok, sentenceFor(outcome, connector));
}

function sentenceFor(outcome: HttpOutcome, { security }: Connector): string {
  if (outcome.kind === 'failure') return outcome.message;
  const { status, headers } = outcome;
  if (status < 300) return `Connected (${status}).`;
  if (status < 400) {
    const place = headers.location === undefined ? '' : ` and points to ${headers.location}`;
    return `The service answered ${status}${place}. Correct the host or base URL of the connector; redirects are not followed.`;
  }
  if (status !== 401 && status !== 403) return `The service answered ${status}.`;
  const what = security.type === 'basic' ? 'these sign-in words' : 'this key';
  const where =
    security.type === 'apiKey'
      ? ` Enter a new one or check its location: ${security.in} ${security.name}.`
      : '';
  return `The service rejected ${what} (${status}).${where}`;
}
