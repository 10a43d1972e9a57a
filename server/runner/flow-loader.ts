// From the text a run was accepted with to a compiled plan. The same text gives the same plan, so plans are kept.
import type { Database } from '@/db/client';
import { findConnectorVersion } from '@/db/queries/connector';
import { findFlowVersion } from '@/db/queries/flow';
import { AppError } from '@/lib/app-error';
import type { Connector } from '@/lib/connector/model';
import { parseDefinition } from '@/lib/connector/parse-definition';
import { readConnector } from '@/lib/connector/read-connector';
import { compilePlan } from '@/lib/engine/plan';
import type { ConnectionReferences, Flow, FlowDefinition } from '@/lib/flow/definition';
import { readExactly } from '@/lib/flow/unwrap';
import type { CredentialRef } from '@/lib/http';
import { isJsonObject, type JsonObject } from '@/lib/json';
import { readReferences } from '../flow/references';
import type { FlowSource } from './flow-source';
import type { LoadedFlow } from './ports';

const keptPlans = 200;

/** What `runs.get` and the designer show of a run's flow: its texts as they were. */
interface SourceTexts {
  definitionText: string;
  references: ConnectionReferences;
  source: FlowSource;
}

export function createFlowLoader(database: Database): (sourceText: string) => LoadedFlow {
  const plans = new Map<string, LoadedFlow>();
  return (sourceText) => {
    const known = plans.get(sourceText);
    if (known !== undefined) {
      plans.delete(sourceText);
      plans.set(sourceText, known);
      return known;
    }
    const loaded = loadFlow(database, sourceText);
    plans.set(sourceText, loaded);
    const oldest = plans.size > keptPlans ? plans.keys().next().value : undefined;
    if (oldest !== undefined) plans.delete(oldest);
    return loaded;
  };
}

/** The flow's texts as the run began with them. NOT_FOUND when that version is gone. */
export function readSourceTexts(database: Database, sourceText: string): SourceTexts {
  const source = JSON.parse(sourceText) as FlowSource;
  const texts = source.draft ?? findVersionTexts(database, source);
  if (texts === undefined)
    throw new AppError('NOT_FOUND', 'The version of the flow that this run began with no longer exists.');
  return {
    definitionText: texts.definitionText,
    references: readReferences(texts.referencesText),
    source,
  };
}

function findVersionTexts(database: Database, { environmentId, flowId, version }: FlowSource) {
  return version === undefined ? undefined : findFlowVersion(database, { environmentId, flowId, version });
}

function loadFlow(database: Database, sourceText: string): LoadedFlow {
  const { definitionText, references, source } = readSourceTexts(database, sourceText);
  const definition = readExactly(definitionText);
  if (definition === undefined)
    throw new AppError('INVALID_INPUT', 'The definition of the flow is not a JSON object.');
  const connectors: Record<string, Connector> = {};
  for (const [apiId, { connectorId, version }] of Object.entries(source.connectors)) {
    const texts = findConnectorVersion(database, {
      environmentId: source.environmentId,
      connectorId,
      version,
    });
    const connector = texts === undefined ? undefined : readTexts(texts);
    if (connector !== undefined) connectors[apiId] = connector;
  }
  const flow: Flow = {
    definition: definition as FlowDefinition,
    connectionReferences: references,
    origin: source.origin,
  };
  return {
    plan: compilePlan({ flow, connectors }),
    credentials: toCredentials(references, source),
  };
}

function readTexts(texts: { definitionText: string; propertiesText: string }): Connector | undefined {
  const parsed = parseDefinition(texts.definitionText);
  if (!parsed.ok) return undefined;
  const properties: unknown = JSON.parse(texts.propertiesText);
  return readConnector(parsed.document, isJsonObject(properties) ? (properties as JsonObject) : {}).connector;
}

/** Connection references to what the outbound door can open. */
function toCredentials(
  references: ConnectionReferences,
  { environmentId, connectors }: FlowSource,
): Record<string, CredentialRef> {
  const credentials: Record<string, CredentialRef> = {};
  for (const [name, { connectionId, apiId }] of Object.entries(references)) {
    if (connectionId === undefined) continue;
    const connectorVersion = connectors[apiId]?.version;
    credentials[name] = { connectionId, environmentId, ...(connectorVersion && { connectorVersion }) };
  }
  return credentials;
}
