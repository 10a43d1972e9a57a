// Checks of what was filled in: fields of built-in steps and of a connector's operation, what is missing and what breaks
// a rule.
import { listInputs } from '../../connector/inputs';
import type { Connector, InputField, Operation } from '../../connector/model';
import { listUnknownKeys, unknownMessage } from '../../connector/request/values';
import { isForbiddenHeader, isHeaderName } from '../../http-rules';
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../../json';
import { toPointer } from '../../json-pointer';
import type { ProblemFix } from '../../problem';
import { findBuiltInAction, findBuiltInTrigger } from '../built-in';
import type { BuiltIn, BuiltInField } from '../built-in/field';
import type { FlowProblem } from '../check-flow';
import { type EmptyOperand, listEmptyOperands, readCondition } from '../condition';
import { findConnector, findOperation, type OperationCall, readOperationCall } from '../connector-action';
import type { ActionDefinition, Flow, TriggerDefinition } from '../definition';
import { listActions, listTriggers } from '../tree';
import { flowProblem, type Place } from './flow-problem';
import { checkSettings } from './settings';
import { checkValue, isEmpty, type ValueFault, type ValueShape } from './values';
import { checkVariableValues } from './variables';

export function checkParameters(
  flow: Flow,
  connectors: Record<string, Connector> | undefined,
): FlowProblem[] {
  const query = { flow, connectors };
  const triggers = listTriggers(flow.definition).flatMap(({ name, trigger, pointer }) =>
    checkStep(query, trigger, {
      builtIn: findBuiltInTrigger(trigger),
      place: { trigger: name, at: pointer },
    }),
  );
  const actions = listActions(flow.definition).flatMap((located) => {
    const { name, action, pointer } = located;
    const place = { action: name, at: pointer };
    return [
      ...checkStep(query, action, { builtIn: findBuiltInAction(action), place }),
      ...checkSettings(located),
    ];
  });
  return [...triggers, ...actions, ...checkVariableValues(flow.definition)];
}

interface ParametersQuery {
  flow: Flow;
  connectors: Record<string, Connector> | undefined;
}

function checkStep(
  query: ParametersQuery,
  step: ActionDefinition | TriggerDefinition,
  { builtIn, place }: { builtIn: BuiltIn | undefined; place: Place },
): FlowProblem[] {
  if (builtIn) return builtIn.fields.flatMap((field) => checkBuiltInField(step, field, place));
  return checkCall(query, step, place);
}

/** A place in the definition with the inspector's key for it. */
interface FieldPlace {
  place: Place;
  /** Keys from the step down to the value. */
  path: readonly string[];
  field: string;
}

function toProblem({ place, path, field }: FieldPlace, found: ValueFault): FlowProblem {
  const at = place.at + toPointer([...path, ...found.path]);
  const { code, severity, message } = found;
  return flowProblem(code, { ...place, at }, { message, severity, field: [field, ...found.path].join('/') });
}

function missing({ place, path, field }: FieldPlace, message: string): FlowProblem {
  return flowProblem('FLOW2001', { ...place, at: place.at + toPointer(path) }, { message, field });
}

function valueAt(step: JsonObject, path: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = step;
  for (const key of path) value = Array.isArray(value) ? value[Number(key)] : ownProperty(value, key);
  return value;
}

function checkBuiltInField(step: JsonObject, field: BuiltInField, place: Place): FlowProblem[] {
  const value = valueAt(step, field.path);
  const at: FieldPlace = { place, path: field.path, field: field.key };
  if (field.editor === 'condition') {
    const empty = listEmptyOperands(value);
    if (empty.length > 0) return empty.map((operand) => reportEmpty(at, operand));
    if (readCondition(value)) return [];
  } else if (field.required && isEmpty(value)) return [missing(at, `${field.label} is required.`)];
  if (value === undefined || value === null || field.ofVariable) return [];
  const { label, type, options, rule } = field;
  const shape: ValueShape = {
    label,
    type: field.editor === 'condition' && isJsonObject(value) ? 'any' : type,
    options,
    rule,
    closed: true,
    strict: field.editor === 'list' && !isEmpty(value),
  };
  const faults = checkValue(value, shape).map((fault) => toProblem(at, fault));
  return field.key === 'inputs/headers' ? [...faults, ...checkHeaderNames(value, at)] : faults;
}

function reportEmpty(at: FieldPlace, { path }: EmptyOperand): FlowProblem {
  if (path.length === 0) return missing(at, 'Condition is required.');
  return missing(
    { ...at, path: [...at.path, ...path], field: [at.field, ...path].join('/') },
    'Left value is required.',
  );
}

function checkHeaderNames(headers: JsonValue, at: FieldPlace): FlowProblem[] {
  if (!isJsonObject(headers)) return [];
  return Object.keys(headers).flatMap((name) => {
    if (name.startsWith('@')) return [];
    const found = { code: 'FLOW4012' as const, path: [name] };
    if (!isHeaderName(name))
      return [
        toProblem(at, { ...found, severity: 'error', message: `“${name}” cannot be the name of a header.` }),
      ];
    if (!isForbiddenHeader(name) || at.place.action === undefined) return [];
    const message = `The header ${name} belongs to the connection. A run that sends it is refused.`;
    return [toProblem(at, { ...found, severity: 'warning', message })];
  });
}

function checkCall(
  { flow, connectors }: ParametersQuery,
  step: ActionDefinition | TriggerDefinition,
  place: Place,
): FlowProblem[] {
  const call = readOperationCall(step, flow.connectionReferences);
  const connector = call && connectors && findConnector(connectors, call.apiId);
  const operation = connector && findOperation(connector, call.operationId);
  if (!operation) return [];
  const unknown = place.action === undefined ? [] : checkUnknownKeys(operation, call, place);
  return [...unknown, ...checkFields(connector, operation, { call, place })];
}

function checkUnknownKeys(operation: Operation, call: OperationCall, place: Place): FlowProblem[] {
  return listUnknownKeys(operation, call.parameters).map((key) => {
    const at = place.at + toPointer(['inputs', 'parameters', key]);
    const fix: ProblemFix = { label: 'Remove it', safe: false, changes: [{ op: 'remove', at }] };
    return flowProblem(
      'FLOW2015',
      { ...place, at },
      { message: unknownMessage(operation, key), field: key, fix },
    );
  });
}

function checkFields(
  connector: Connector,
  operation: Operation,
  { call, place }: { call: OperationCall; place: Place },
): FlowProblem[] {
  return listFields(connector, operation).flatMap((field) => {
    const given = findGiven(call.parameters, field);
    const path = ['inputs', 'parameters', ...(given?.path ?? [field.key])];
    const at: FieldPlace = { place, path, field: field.key };
    if (!given || isEmpty(given.value)) {
      const needed = field.required && field.default === undefined && !given?.inside;
      return needed ? [missing(at, `${field.label} is required.`)] : [];
    }
    if (given.inside) return [];
    return checkValue(given.value, shapeOf(connector, field)).map((fault) => toProblem(at, fault));
  });
}

function shapeOf(connector: Connector, field: InputField): ValueShape {
  const { label, type, format, options, schema, pointer } = field;
  return { label, type, format, options, described: { document: connector.document, schema, pointer } };
}

const knownFields = new WeakMap<Operation, InputField[]>();

/** Fields that makers fill; kept per operation, as a connector never changes in place. */
function listFields(connector: Connector, operation: Operation): InputField[] {
  const known = knownFields.get(operation);
  if (known) return known;
  const fields = listInputs(connector, operation).filter((field) => field.visibility !== 'internal');
  knownFields.set(operation, fields);
  return fields;
}

interface Given {
  value: JsonValue | undefined;
  /** Keys from the parameters down to the value. */
  path: string[];
  /** Given by something that cannot be looked into: an expression for a whole body, or parts below the field. */
  inside?: true;
}

/** What fills a field: its own key, a whole value above it (`body`), or parts of it below. */
function findGiven(parameters: JsonObject, field: InputField): Given | undefined {
  const segments = field.key.split('/');
  for (let length = segments.length; length > 0; length -= 1) {
    const key = segments.slice(0, length).join('/');
    const whole = ownProperty(parameters, key);
    if (isEmpty(whole)) continue;
    const rest = segments.slice(length);
    const value =
      rest.length === 0 || isJsonObject(whole) ? valueAt({ whole }, ['whole', ...rest]) : undefined;
    const path = [key, ...rest];
    // A whole body is the maker's own: what is left out of it is not asked for.
    return isEmpty(value) ? { value, path, inside: true } : { value, path };
  }
  const parts = Object.entries(parameters).some(
    ([key, value]) => key.startsWith(`${field.key}/`) && !isEmpty(value),
  );
  return parts ? { value: undefined, path: [field.key], inside: true } : undefined;
}
