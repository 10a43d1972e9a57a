// Testing a connection: the operation that the connector names for it (x-ms-capabilities.testConnection), else the first
// GET action that needs no parameter.
import { updateConnection } from '@/db/queries/connection';
import { AppError } from '@/lib/app-error';
import { buildRequest } from '@/lib/connector/build-request';
import { listInputs } from '@/lib/connector/inputs';
import type { Connector, InputField, Operation } from '@/lib/connector/model';
import type { Value } from '@/lib/expression/value';
import type { HttpOutcome } from '@/lib/http';
import { isJsonObject, ownProperty } from '@/lib/json';
import { getConnectorRow } from '../connector/load';
import { readStoredConnector } from '../connector/stored-connector';
import type { Scope } from '../services';
import { getConnectionRow } from './load';

const patience = 20_000;

export interface ConnectionTest {
  ok: boolean;
  message: string;
}

export async function testConnection(scope: Scope, id: string): Promise<ConnectionTest> {
  const row = getConnectionRow(scope, id);
  const { connector } = readStoredConnector(getConnectorRow(scope, row.connectorId));
  if (connector === undefined)
    throw new AppError('NOT_READY', 'This connector has errors. Correct its definition first.');
  const declared = declaredTest(connector);
  const operation = declared?.operation ?? firstHarmless(connector);
  if (operation === undefined) {
    return {
      ok: false,
      message:
        'This connector has no operation that can be called without parameters. Try it on its Test tab.',
    };
  }
  return callAndNote(scope, { id, connector, operation, parameters: declared?.parameters ?? {} });
}

/** Only where the connector says which operation is meant for it: nothing else is called unasked. */
export async function testDeclaredOperation(scope: Scope, id: string, connector: Connector): Promise<void> {
  const declared = declaredTest(connector);
  if (declared !== undefined) await callAndNote(scope, { id, connector, ...declared });
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

async function callAndNote(
  scope: Scope,
  call: { id: string; connector: Connector; operation: Operation; parameters: Record<string, Value> },
): Promise<ConnectionTest> {
  const { id, ...built } = call;
  const request = buildRequest(built);
  if (!request.ok) return { ok: false, message: request.message };
  const outcome = await scope.services.egress.request(
    { ...request.request, timeout: patience },
    { credential: { connectionId: id, environmentId: scope.environmentId, draft: true } },
  );
  const message = sentenceFor(outcome, call.connector);
  const ok = outcome.kind === 'response' && outcome.status < 400;
  const { database } = scope.services;
  updateConnection(
    database,
    { environmentId: scope.environmentId, id },
    { status: ok ? 'connected' : 'failing', lastError: ok ? null : message },
  );
  return { ok, message };
}

function sentenceFor(outcome: HttpOutcome, { security }: Connector): string {
  if (outcome.kind === 'failure') return outcome.message;
  if (outcome.status < 400) return `Connected (${outcome.status}).`;
  if (outcome.status !== 401 && outcome.status !== 403) return `The service answered ${outcome.status}.`;
  const what = security.type === 'basic' ? 'these sign-in words' : 'this key';
  const where =
    security.type === 'apiKey'
      ? ` Enter a new one or check its location: ${security.in} ${security.name}.`
      : '';
  return `The service rejected ${what} (${outcome.status}).${where}`;
}
