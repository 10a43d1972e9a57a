// Connections: made with values that are sealed at once and never shown again.
import { randomUUID } from 'node:crypto';
import { inTransaction } from '@/db/client';
import {
  deleteConnection,
  insertConnection,
  listConnections,
  putConnectionValues,
  updateConnection,
} from '@/db/queries/connection';
import { AppError } from '@/lib/app-error';
import { connectionOrigin } from '@/lib/connector/connection';
import type { ConnectionParameter, Connector } from '@/lib/connector/model';
import { isHeaderValue } from '@/lib/http-rules';
import { iconUrl, readSummary } from '../connector/stored-connector';
import { readVersions } from '../connector/versions';
import { refuseWithDependents } from '../dependents';
import { countFlowsByConnection, listFlowsUsingConnection } from '../flow/used-by';
import { nameKey, withUniqueName } from '../names';
import type { Scope } from '../services';
import { getConnectionRow, mayUse } from './load';
import { sealValue } from './sealed-value';
import { testDeclaredOperation } from './test-connection';

/** Runners and readers see none: a connection is used through a flow. */
export function listConnectionViews(scope: Scope, connectorId: string | undefined) {
  const flows = countFlowsByConnection(scope);
  return listConnections(scope.services.database, scope.environmentId, { connectorId })
    .filter((row) => mayUse(scope, row))
    .map((row) => ({
      id: row.id,
      name: row.name,
      connectorId: row.connectorId,
      connectorName: row.connectorName,
      brandColor: readSummary(row.connectorSummary).brandColor,
      iconUrl: iconUrl(row.connectorId, row.iconVersion),
      origin: row.origin,
      status: row.status,
      lastError: row.lastError ?? undefined,
      lastUsedAt: row.lastUsedAt ?? undefined,
      flows: flows.get(row.id) ?? 0,
      createdAt: row.createdAt,
      modifiedAt: row.modifiedAt,
    }));
}

export interface NewConnection {
  connectorId: string;
  name: string;
  values: Record<string, string>;
}

/** Where the connector declares an operation that tests a connection, it is called at once; `lastError` says what came of it. */
export async function createConnection(scope: Scope, input: NewConnection) {
  const { database, now } = scope.services;
  const { values, origin } = fitValues(scope, input.connectorId, input.values);
  const id = randomUUID();
  inTransaction(database, () => {
    const row = {
      id,
      environmentId: scope.environmentId,
      connectorId: input.connectorId,
      name: input.name,
      nameKey: nameKey(input.name),
      origin,
      status: 'untested' as const,
      createdBy: scope.user.userId,
      createdAt: now(),
      modifiedAt: now(),
    };
    withUniqueName(input.name, () => insertConnection(database, row));
    storeValues(scope, id, values);
  });
  return { id, name: input.name, ...(await tryOut(scope, id)) };
}

/** Also binds the connection to the connector's present address. */
export async function replaceConnectionValues(
  scope: Scope,
  { id, values }: { id: string; values: Record<string, string> },
) {
  const row = getConnectionRow(scope, id);
  const fit = fitValues(scope, row.connectorId, values);
  const { database, now } = scope.services;
  inTransaction(database, () => {
    const changed = {
      origin: fit.origin,
      status: 'untested' as const,
      lastError: null,
      modifiedAt: now(),
    };
    updateConnection(database, { environmentId: scope.environmentId, id }, changed);
    storeValues(scope, id, fit.values);
  });
  return { id, ...(await tryOut(scope, id)) };
}

async function tryOut(scope: Scope, id: string) {
  const test = await testDeclaredOperation(scope, id);
  const { status, lastError } = getConnectionRow(scope, id);
  // A test that could not be sent at all leaves the connection untested, but not without a word.
  const message = test?.ok === false ? test.message : undefined;
  return { status, lastError: lastError ?? message };
}

export function renameConnection(scope: Scope, { id, name }: { id: string; name: string }): void {
  getConnectionRow(scope, id);
  const { database, now } = scope.services;
  const values = { name, nameKey: nameKey(name), modifiedAt: now() };
  withUniqueName(name, () => updateConnection(database, { environmentId: scope.environmentId, id }, values));
}

export function listConnectionDependents(scope: Scope, id: string) {
  getConnectionRow(scope, id);
  return { flows: listFlowsUsingConnection(scope, id) };
}

export function removeConnection(
  scope: Scope,
  { id, confirm }: { id: string; confirm?: boolean | undefined },
): void {
  const row = getConnectionRow(scope, id);
  refuseWithDependents(`“${row.name}”`, listConnectionDependents(scope, id), confirm);
  deleteConnection(scope.services.database, scope.environmentId, id);
}

/**
 * The values as one of the connector's versions takes them, bound to the address that flows call: the draft's fields on
 * its Test tab, the live version's in a flow. Only a connector without a live address is bound to that of its draft.
 */
function fitValues(
  scope: Scope,
  connectorId: string,
  values: Record<string, string>,
): { values: Record<string, string>; origin: string } {
  const { draft, live } = readVersions(scope, connectorId);
  const versions = [draft, live].filter((version) => version !== undefined);
  const fitting = versions.find((version) => !unknownField(version, values)) ?? versions[0];
  if (fitting === undefined)
    throw new AppError('NOT_READY', 'This connector has errors. Correct its definition first.');
  const origin = (live && connectionOrigin(live)) || connectionOrigin(fitting);
  return { values: checkValues(fitting, values), origin };
}

function unknownField(connector: Connector, values: Record<string, string>): string | undefined {
  const names = new Set(connector.connectionParameters.map(({ name }) => name));
  return Object.keys(values).find((name) => !names.has(name));
}

/** Exactly the connector's own fields, the required ones filled. */
function checkValues(connector: Connector, values: Record<string, string>): Record<string, string> {
  const checked: Record<string, string> = {};
  for (const parameter of connector.connectionParameters) {
    const value = plainValue(parameter, values[parameter.name] ?? parameter.default ?? '');
    if (value.trim() === '' && parameter.required) {
      throw new AppError('INVALID_INPUT', `${parameter.label} is required.`, {
        field: `values.${parameter.name}`,
      });
    }
    if (/[\r\n\0]/.test(value)) {
      throw new AppError('INVALID_INPUT', `${parameter.label} is one line of text.`, {
        field: `values.${parameter.name}`,
      });
    }
    if (!isSendable(connector, parameter, value)) {
      throw new AppError('INVALID_INPUT', `${parameter.label} has a character that no header can carry.`, {
        field: `values.${parameter.name}`,
      });
    }
    if (value !== '') checked[parameter.name] = value;
  }
  const unknown = unknownField(connector, values);
  if (unknown !== undefined) {
    throw new AppError('INVALID_INPUT', `This connector has no field “${unknown}”.`, {
      field: `values.${unknown}`,
    });
  }
  return checked;
}

/** A key that goes into a header is visible Latin-1; told here, and not by the first call. */
function isSendable({ security }: Connector, { name }: ConnectionParameter, value: string): boolean {
  if (security.type !== 'apiKey' || security.in !== 'header') return true;
  return name !== (security.parameter ?? 'api_key') || isHeaderValue(value.trim());
}

/** A secret is kept as it was entered, but for the line end that a paste brings along. */
function plainValue({ secret }: ConnectionParameter, value: string): string {
  return secret ? value.replace(/[\r\n]+$/, '') : value.trim();
}

function storeValues(scope: Scope, connectionId: string, values: Record<string, string>): void {
  const key = { environmentId: scope.environmentId, connectionId };
  const sealed = Object.entries(values).map(([name, value]) => ({
    name,
    sealed: sealValue(scope.services, { ...key, name }, value),
  }));
  putConnectionValues(scope.services.database, key, sealed);
}
