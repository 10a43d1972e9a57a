// How a step looks everywhere: its title, its tile, and the one line under the title.
import { listInputs } from '@/lib/connector/inputs';
import type { InputField, Operation } from '@/lib/connector/model';
import { mayRunTwice, readRetryPolicy } from '@/lib/engine/retry-policy';
import { findBuiltInAction, findBuiltInTrigger, isConnectorType } from '@/lib/flow/built-in';
import { findOperation, readOperationCall } from '@/lib/flow/connector-action';
import type {
  ActionDefinition,
  ConnectionReferences,
  FlowDefinition,
  TriggerDefinition,
} from '@/lib/flow/definition';
import { titleOf } from '@/lib/flow/title';
import { findAction, listTriggers } from '@/lib/flow/tree';
import { isJsonObject, type JsonValue, ownProperty } from '@/lib/json';
import { type Catalog, type CatalogEntry, findConnector } from '../store/catalog';

export interface StepTileLook {
  name: string;
  /** `#rrggbb` of a connector; absent for built-in steps. */
  color?: string | undefined;
  iconUrl?: string | null | undefined;
  /** Name of a lucide icon, for built-in steps. */
  icon?: string | undefined;
}

export interface StepFace {
  title: string;
  tile: StepTileLook;
  /** Connector name, or the label of the built-in. */
  source: string;
  /** Second line of the card. */
  detail: string;
  /** It calls over HTTP, so its code is a status. */
  isCall: boolean;
  /** Its retry policy sends it again although the first call may have been carried out. */
  mayRunTwice: boolean;
}

/** The operation a step calls, when its connector is known here. */
export interface StepOperation {
  entry: CatalogEntry;
  operation: Operation;
}

type Step = ActionDefinition | TriggerDefinition;

/** The action or trigger of a name. */
export function findStep(definition: FlowDefinition, name: string | undefined): Step | undefined {
  if (name === undefined) return undefined;
  return (
    findAction(definition, name)?.action ??
    listTriggers(definition).find((each) => each.name === name)?.trigger
  );
}

/** True when the name is a trigger's. */
export function isTriggerName(definition: FlowDefinition, name: string): boolean {
  return (
    findAction(definition, name) === undefined && listTriggers(definition).some((each) => each.name === name)
  );
}

/** The connector of a step, when it is known here. */
export function findStepConnector(
  step: Step,
  references: ConnectionReferences,
  catalog: Catalog,
): CatalogEntry | undefined {
  return findConnector(catalog, readOperationCall(step, references)?.apiId);
}

/** The operation a step calls. */
export function findStepOperation(
  step: Step,
  references: ConnectionReferences,
  catalog: Catalog,
): StepOperation | undefined {
  const call = readOperationCall(step, references);
  const entry = findConnector(catalog, call?.apiId);
  const operation = entry && call && findOperation(entry.connector, call.operationId);
  return entry && operation && { entry, operation };
}

/** Template text in a few words: tokens shrink to the last part of their path. */
export function shortText(value: JsonValue | undefined): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value !== 'string') return isJsonObject(value) || Array.isArray(value) ? 'JSON' : String(value);
  return value
    .replaceAll(/@\{([^}]*)\}|^@(?!@)(.+)$/g, (_, inner?: string, whole?: string) =>
      lastPart(inner ?? whole ?? ''),
    )
    .replaceAll('@@', '@')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 80);
}

function lastPart(expression: string): string {
  const names = [...expression.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const last = names.at(-1) ?? expression;
  return titleOf(last.slice(last.lastIndexOf('/') + 1));
}

function keyInput(step: Step, { entry, operation }: StepOperation): string {
  const fields = listInputs(entry.connector, operation).filter((field) => field.visibility !== 'internal');
  const parameters = ownProperty(ownProperty(step, 'inputs'), 'parameters');
  const filled = fields.filter((field) => shortText(ownProperty(parameters, field.key)) !== '');
  const best = filled.find((field) => field.visibility === 'important' || field.required) ?? filled[0];
  // A bare value of one of several filters says nothing; their number does.
  if (operation.method === 'GET' && filled.length > 0 && fields.every(isFilter)) {
    return filled.length === 1 ? '1 filter' : `${filled.length} filters`;
  }
  if (best) return shortText(ownProperty(parameters, best.key));
  return fields.length > 0 && fields.every(isFilter) ? 'no filter' : '';
}

function isFilter(field: InputField): boolean {
  return !field.required && field.parameter.in === 'query';
}

const detailPaths: Record<string, readonly string[][]> = {
  http: [
    ['inputs', 'method'],
    ['inputs', 'uri'],
  ],
  compose: [['inputs']],
  setvariable: [['inputs', 'name']],
  appendtoarrayvariable: [['inputs', 'name']],
  incrementvariable: [['inputs', 'name']],
  foreach: [['foreach']],
  response: [['inputs', 'statusCode']],
  terminate: [['inputs', 'runStatus']],
};

function builtInDetail(step: Step, fallback: string): string {
  const variables = ownProperty(ownProperty(step, 'inputs'), 'variables');
  if (Array.isArray(variables)) return shortText(ownProperty(variables[0], 'name')) || fallback;
  const parts = (detailPaths[step.type.toLowerCase()] ?? []).map((path) =>
    shortText(path.reduce<JsonValue | undefined>((value, key) => ownProperty(value, key), step)),
  );
  const text = parts.filter((part) => part !== '').join(' ');
  return text === '' || text === 'JSON' ? fallback : text;
}

function policyOf(step: Step) {
  return readRetryPolicy(ownProperty(ownProperty(step, 'inputs'), 'retryPolicy'));
}

/** The key that new triggers have; people read what the trigger is instead. */
const defaultTriggerName = 'manual';

/** The face of a step; unknown connectors and types show the words of the document. */
export function readStepFace(
  name: string,
  step: Step,
  known: { references: ConnectionReferences; catalog: Catalog },
): StepFace {
  const title = titleOf(name);
  if (isConnectorType(step.type)) {
    const entry = findStepConnector(step, known.references, known.catalog);
    const found = findStepOperation(step, known.references, known.catalog);
    const source = entry?.name ?? 'Connector not found here';
    const input = found ? keyInput(step, found) : '';
    return {
      title,
      source,
      isCall: true,
      mayRunTwice: found !== undefined && mayRunTwice(policyOf(step), found.operation.method),
      detail: [source, input].filter((part) => part !== '').join(' · '),
      tile: { name: entry?.name ?? title, color: entry?.brandColor, iconUrl: entry?.iconUrl },
    };
  }
  const builtIn = findBuiltInAction(step) ?? findBuiltInTrigger(step);
  const source = builtIn?.label ?? (step.type || 'Step without a type');
  const isCall = step.type.toLowerCase() === 'http';
  const isUnnamed = builtIn?.role === 'trigger' && name === defaultTriggerName;
  return {
    title: isUnnamed ? source : title,
    source,
    isCall,
    mayRunTwice: isCall && mayRunTwice(policyOf(step), shortText(ownProperty(step.inputs, 'method'))),
    detail: builtInDetail(step, builtIn?.role === 'trigger' ? builtIn.description : source),
    tile: { name: source, icon: builtIn?.icon ?? 'circle-dashed' },
  };
}
