// `flowright flow run FILE…`: runs flows headless on a temporary database and prints what happened.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Connector } from '@/lib/connector/model';
import { parseDefinition } from '@/lib/connector/parse-definition';
import { readConnector } from '@/lib/connector/read-connector';
import { isValueObject, type ValueObject } from '@/lib/expression/value';
import type { ConnectionReferences, Flow, FlowDefinition } from '@/lib/flow/definition';
import { listActions } from '@/lib/flow/tree';
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '@/lib/json';
import { parseJsonText, toJsonText } from '@/lib/json-text';
import { type HeadlessConnection, type HeadlessRun, runHeadless } from '@/server/runner/headless';
import { commandGroup } from './group';

interface RunOptions {
  connections?: string;
  inputs?: string;
  allowHost: string[];
  json?: boolean;
}

/** A wrong use of the command: said on standard error, exit code 2. */
class UsageError extends Error {}

export function register(program: Command): void {
  commandGroup(program, 'flow')
    .command('run')
    .description('Runs flows without a server, on a temporary database.')
    .argument('<file...>', 'definition: bare, { definition } or { properties: { definition } }')
    .option('--connections <file>', 'JSON: { "<reference>": { definition, properties?, host?, values } }')
    .option('--inputs <file>', "JSON: the trigger's outputs { headers?, queries?, body? }")
    .option('--allow-host <host:port>', 'private address that may be called; may be given again', collect, [])
    .option('--json', 'print one JSON document')
    .action(async (files: string[], options: RunOptions) => {
      process.exitCode = await runCommand(files, options);
    });
}

const collect = (value: string, former: string[]) => [...former, value];

async function runCommand(files: string[], options: RunOptions): Promise<number> {
  const results: HeadlessRun[] = [];
  try {
    const inputs = options.inputs === undefined ? {} : readJson(options.inputs);
    if (!isJsonObject(inputs)) throw new UsageError('The file of --inputs does not hold a JSON object.');
    for (const file of files) {
      const flow = readFlow(file);
      const connections = options.connections === undefined ? {} : readConnections(options.connections, flow);
      results.push(
        await runHeadless({ flow, connections, triggerOutputs: inputs, allowHosts: options.allowHost }),
      );
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    return 2;
  }
  if (options.json) console.log(toJsonText(results.map(toReport)));
  else for (const [index, result] of results.entries()) console.log(describeRun(files[index] ?? '', result));
  return results.every((result) => result.status === 'Succeeded') ? 0 : 1;
}

function readFlow(file: string): Flow {
  const json = readJson(file);
  const properties = ownProperty(json, 'properties');
  const holder = isJsonObject(ownProperty(properties, 'definition')) ? properties : json;
  const wrapped = ownProperty(holder, 'definition');
  const definition = isJsonObject(wrapped) ? wrapped : json;
  if (!isJsonObject(definition) || !isJsonObject(definition.actions))
    throw new UsageError(`${file} is not a flow: it has no actions.`);
  const exported = isJsonObject(wrapped) && isJsonObject(ownProperty(holder, 'connectionReferences'));
  return {
    definition: definition as FlowDefinition,
    connectionReferences: readReferences(exported ? ownProperty(holder, 'connectionReferences') : undefined),
    origin: ownProperty(json, 'kind') === undefined ? 'power-automate' : 'logic-apps',
  };
}

/** References of an exported flow: their api, without the connection of where they come from. */
function readReferences(references: JsonValue | undefined): ConnectionReferences {
  const read: ConnectionReferences = {};
  for (const [name, entry] of Object.entries(isJsonObject(references) ? references : {})) {
    const api = ownProperty(ownProperty(entry, 'api'), 'name');
    const id = ownProperty(entry, 'id') ?? ownProperty(entry, 'apiId');
    if (typeof id === 'string') read[name] = { apiId: id };
    else if (typeof api === 'string') read[name] = { apiId: toApiId(api) };
  }
  return read;
}

const toApiId = (name: string) => `/providers/Microsoft.PowerApps/apis/${name}`;

function readConnections(file: string, flow: Flow): Record<string, HeadlessConnection> {
  const json = readJson(file);
  if (!isJsonObject(json)) throw new UsageError(`${file} does not hold a JSON object of connections.`);
  const connections: Record<string, HeadlessConnection> = {};
  for (const [reference, entry] of Object.entries(json)) {
    const connector = readConnectorOf(file, reference, entry);
    const apiId =
      flow.connectionReferences[reference]?.apiId ??
      apiIdInUse(flow, reference) ??
      toApiId(`shared_${reference}`);
    flow.connectionReferences[reference] = { apiId, connectionId: reference };
    const host = ownProperty(entry, 'host');
    connections[reference] = {
      connector,
      baseUrl: toBaseUrl(connector, typeof host === 'string' ? host : undefined),
      values: readValues(ownProperty(entry, 'values')),
    };
  }
  return connections;
}

function readConnectorOf(file: string, reference: string, entry: JsonValue): Connector {
  const given = ownProperty(entry, 'definition');
  const text =
    typeof given === 'string' ? readText(resolve(dirname(file), given)) : JSON.stringify(given ?? null);
  const parsed = parseDefinition(text);
  if (!parsed.ok)
    throw new UsageError(
      `Connection ${reference}: ${parsed.problems[0]?.message ?? 'the definition cannot be read.'}`,
    );
  const properties = ownProperty(entry, 'properties');
  const { connector, problems } = readConnector(
    parsed.document,
    isJsonObject(properties) ? (properties as JsonObject) : undefined,
  );
  if (connector === undefined)
    throw new UsageError(
      `Connection ${reference}: ${problems[0]?.message ?? 'the definition is no connector.'}`,
    );
  return connector;
}

/** The apiId that the flow's own actions give for a reference. */
function apiIdInUse(flow: Flow, reference: string): string | undefined {
  for (const { action } of listActions(flow.definition)) {
    const host = ownProperty(ownProperty(action, 'inputs'), 'host');
    if (ownProperty(host, 'connectionName') !== reference) continue;
    const apiId = ownProperty(host, 'apiId');
    if (typeof apiId === 'string') return apiId;
  }
  return undefined;
}

function toBaseUrl(connector: Connector, host: string | undefined): string {
  const place = host ?? connector.host;
  const url = place.includes('://') ? place : `${connector.scheme}://${place}`;
  if (!URL.canParse(url)) throw new UsageError(`“${place}” is not a host.`);
  return new URL(url).origin;
}

function readValues(values: JsonValue | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(isJsonObject(values) ? values : {}).map(([name, value]) => [name, String(value)]),
  );
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`${file} cannot be read.`);
  }
}

function readJson(file: string): JsonObject {
  const parsed = parseJsonText(readText(file).replace(/^\uFEFF/, ''));
  if (!parsed.ok)
    throw new UsageError(`${file}, line ${parsed.line}, column ${parsed.column}: ${parsed.message}`);
  if (!isValueObject(parsed.value)) throw new UsageError(`${file} does not hold a JSON object.`);
  return toJson(parsed.value);
}

/** A definition holds plain JSON: the kinds of numbers matter only in values that flow through a run. */
function toJson(value: ValueObject): JsonObject {
  return JSON.parse(toJsonText(value)) as JsonObject;
}

function toReport({ status, error, outputs, response, records }: HeadlessRun): ValueObject {
  const report: ValueObject = { status };
  if (error !== undefined) report.error = { ...error };
  report.outputs = outputs;
  if (response !== undefined) report.response = { ...response };
  report.records = records.map((record) => {
    const { iteration, error: fault, ...rest } = record;
    const value: ValueObject = { ...rest };
    if (iteration !== undefined) value.iteration = iteration.map(({ loop, index }) => ({ loop, index }));
    if (fault !== undefined) value.error = { ...fault };
    return value;
  });
  return report;
}

function describeRun(file: string, run: HeadlessRun): string {
  const lines = run.records.map((record) => {
    const place = (record.iteration ?? []).map((step) => `${step.loop}[${step.index}]`).join('/');
    const why = record.error === undefined ? '' : `  ${record.error.message}`;
    return `  ${record.status.padEnd(9)} ${place === '' ? '' : `${place}/`}${record.name}${why}`;
  });
  const end = run.error === undefined ? run.status : `${run.status}: ${run.error.message}`;
  return [file, ...lines, end].join('\n');
}
