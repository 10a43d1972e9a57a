// The Test tab: one call of the draft, shown as it was sent (without secrets) and as it came back.

import type { ConnectionRow } from '@/db/queries/connection';
import { AppError } from '@/lib/app-error';
import { buildRequest } from '@/lib/connector/build-request';
import { connectionOrigin } from '@/lib/connector/connection';
import type { Connector } from '@/lib/connector/model';
import { whyBlocked } from '@/lib/connector/operation-errors';
import type { Value } from '@/lib/expression/value';
import type { HttpBody, HttpFailure, HttpOutcome, HttpRequest } from '@/lib/http';
import type { JsonValue } from '@/lib/json';
import { toJsonText } from '@/lib/json-text';
import { getConnectionRow } from '../connection/load';
import { movedSentence } from '../connection/origin';
import { cutForView } from '../run/cut-for-view';
import type { Scope } from '../services';
import { getConnectorRow } from './load';
import { readStoredConnector } from './stored-connector';
import { readVersions } from './versions';

export interface OperationTest {
  id: string;
  operationId: string;
  connectionId?: string | undefined;
  parameters: Record<string, JsonValue>;
}

export async function testOperation(scope: Scope, test: OperationTest) {
  const { connector } = readStoredConnector(getConnectorRow(scope, test.id));
  const operation = connector?.operations.find((candidate) => candidate.id === test.operationId);
  if (connector === undefined || operation === undefined) {
    throw new AppError('NOT_FOUND', `This connector has no operation “${test.operationId}”.`);
  }
  const blocked = whyBlocked(connector, operation);
  if (blocked !== undefined) throw new AppError('INVALID_INPUT', blocked);
  const built = buildRequest({ connector, operation, parameters: test.parameters });
  if (!built.ok) {
    throw new AppError(
      'INVALID_INPUT',
      built.message,
      built.field === undefined ? {} : { field: built.field },
    );
  }
  const connection = connectionOf(scope, test);
  const outcome =
    (connection && refuseForeign(scope, connection, connector)) ??
    (await scope.services.egress.request(built.request, credentialOf(scope, connection)));
  return { request: requestView(built.request), ...outcomeView(outcome) };
}

function credentialOf({ environmentId }: Scope, connection: ConnectionRow | undefined) {
  if (connection === undefined) return undefined;
  return { credential: { connectionId: connection.id, environmentId, draft: true } };
}

/** Values go only where flows take them: to call an address of the draft alone, it has to be published first. */
function refuseForeign(scope: Scope, connection: ConnectionRow, draft: Connector): HttpFailure | undefined {
  const origin = connectionOrigin(draft);
  if (connection.origin === origin) return undefined;
  const { live } = readVersions(scope, connection.connectorId);
  const isPublished = live !== undefined && connectionOrigin(live) === origin;
  const message = isPublished
    ? `Nothing was sent. ${movedSentence(connection.origin, origin)}`
    : `Nothing was sent. The draft calls ${origin}, and the values of “${connection.name}” were entered for ` +
      `${connection.origin}, which flows call. Select Update connector, then replace the key of the connection.`;
  return { kind: 'failure', sent: 'no', code: 'ConnectionOriginMismatch', message, duration: 0 };
}

function connectionOf(scope: Scope, test: OperationTest): ConnectionRow | undefined {
  if (test.connectionId === undefined) return undefined;
  const connection = getConnectionRow(scope, test.connectionId);
  if (connection.connectorId !== test.id) {
    throw new AppError('INVALID_INPUT', 'This connection belongs to another connector.', {
      field: 'connectionId',
    });
  }
  return connection;
}

function requestView({ method, url, headers, body }: HttpRequest) {
  return { method, url, headers, body: body === undefined ? undefined : bodyText(body) };
}

function bodyText(body: HttpBody): string {
  return body.kind === 'text' ? body.text : `(${Math.floor((body.base64.length * 3) / 4)} bytes)`;
}

function outcomeView(outcome: HttpOutcome) {
  if (outcome.kind === 'failure') {
    const { code, message, allow, duration } = outcome;
    return { failure: { code, message, allow, duration } };
  }
  const { status, headers, bytes, duration } = outcome;
  const { text, truncated } = cutForView(outcome.body === undefined ? '' : valueText(outcome.body));
  return {
    response: {
      status,
      statusText: statusTexts[status] ?? '',
      headers,
      body: text,
      bytes,
      duration,
      truncated,
    },
  };
}

function valueText(value: Value): string {
  return typeof value === 'string' ? value : toJsonText(value);
}

/** Reason phrases of RFC 9110 that people know; others show the number alone. */
const statusTexts: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  301: 'Moved Permanently',
  302: 'Found',
  304: 'Not Modified',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};
