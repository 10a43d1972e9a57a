// The file of `flow run --connections`: `{ "<reference>": { definition, properties?, host?, values } }`.
// Definition and properties are a path, seen from the file, or the document itself.
import { dirname, resolve } from 'node:path';
import type { Connector } from '@/lib/connector/model';
import { parseDefinition } from '@/lib/connector/parse-definition';
import { readConnector } from '@/lib/connector/read-connector';
import { apiIdOfName } from '@/lib/flow/api-id';
import { readOperationCall } from '@/lib/flow/connector-action';
import type { Flow } from '@/lib/flow/definition';
import { listActions } from '@/lib/flow/tree';
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '@/lib/json';
import type { HeadlessConnection } from '@/server/runner/headless';
import { readJsonObject, readText } from './read-file';
import { UsageError } from './usage-error';

/** Connections by reference. */
export function readConnections(file: string): Record<string, HeadlessConnection> {
  const entries = readJsonObject(file);
  const connections: Record<string, HeadlessConnection> = {};
  for (const [reference, entry] of Object.entries(entries)) {
    const where = `${file}, connection ${reference}`;
    if (!isJsonObject(entry)) throw new UsageError(`${where}: write { "definition": …, "values": { … } }.`);
    const connector = readConnectorOf(entry, { folder: dirname(file), where });
    const host = ownProperty(entry, 'host');
    if (host !== undefined && typeof host !== 'string')
      throw new UsageError(`${where}: host has to be a text, such as 127.0.0.1:5080.`);
    connections[reference] = {
      connector,
      baseUrl: toBaseUrl(connector, host, where),
      values: readValues(ownProperty(entry, 'values'), where),
    };
  }
  return connections;
}

/** The flow with these connections in its references. */
export function withConnections(flow: Flow, connections: Record<string, HeadlessConnection>): Flow {
  const connectionReferences = { ...flow.connectionReferences };
  for (const reference of Object.keys(connections)) {
    const apiId =
      connectionReferences[reference]?.apiId ?? findApiId(flow, reference) ?? apiIdOfName(reference);
    connectionReferences[reference] = { apiId, connectionId: reference };
  }
  return { ...flow, connectionReferences };
}

/** The apiId that the flow's own actions give for a reference. */
function findApiId(flow: Flow, reference: string): string | undefined {
  for (const { action } of listActions(flow.definition)) {
    const call = readOperationCall(action, flow.connectionReferences);
    if (call?.connectionName === reference && call.apiId !== '') return call.apiId;
  }
  return undefined;
}

interface Place {
  /** What paths are relative to. */
  folder: string;
  where: string;
}

function readConnectorOf(entry: JsonObject, place: Place): Connector {
  const { where } = place;
  const definition = ownProperty(entry, 'definition');
  if (definition === undefined)
    throw new UsageError(`${where}: definition is missing. Give the path of an OpenAPI file.`);
  const properties = ownProperty(entry, 'properties');
  const read = readConnector(
    readPart(definition, 'definition', place),
    properties === undefined ? undefined : readPart(properties, 'properties', place),
  );
  if (read.connector !== undefined) return read.connector;
  throw new UsageError(`${where}: ${read.problems[0]?.message ?? 'the definition is no connector.'}`);
}

function readPart(given: JsonValue, name: string, { folder, where }: Place): JsonObject {
  if (isJsonObject(given)) return given;
  if (typeof given !== 'string') throw new UsageError(`${where}: ${name} has to be a path or a JSON object.`);
  const file = resolve(folder, given);
  const parsed = parseDefinition(readText(file), file);
  if (parsed.ok) return parsed.document;
  throw new UsageError(`${where}: ${file}: ${parsed.problems[0]?.message ?? 'it cannot be read.'}`);
}

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])(:|\/|$)/i;

/** What the definition says, unless the file names a host. On this machine that is plain http where no scheme is written. */
function toBaseUrl(connector: Connector, host: string | undefined, where: string): string {
  const place = host ?? connector.host;
  const scheme = host !== undefined && loopback.test(host) ? 'http' : connector.scheme;
  const text = place.includes('://') ? place : `${scheme}://${place}`;
  const url = place !== '' && URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol))
    throw new UsageError(`${where}: “${place}” is not a host. Write one, such as 127.0.0.1:5080.`);
  return url.origin + url.pathname.replace(/\/$/, '');
}

function readValues(values: JsonValue | undefined, where: string): Record<string, string> {
  if (values === undefined) return {};
  if (!isJsonObject(values))
    throw new UsageError(`${where}: values has to be an object, such as { "api_key": "…" }.`);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
