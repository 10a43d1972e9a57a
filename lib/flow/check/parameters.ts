// Checks of what was filled in: required fields of built-in steps and of a connector's operation.
import { listInputs } from '../../connector/inputs';
import type { Connector, InputField } from '../../connector/model';
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../../json';
import { toPointer } from '../../json-pointer';
import { findBuiltInAction } from '../built-in';
import type { BuiltInField } from '../built-in/field';
import type { FlowProblem } from '../check-flow';
import { type ConditionGroup, isConditionRow, readCondition } from '../condition';
import { findConnector, findOperation, readOperationCall } from '../connector-action';
import type { Flow } from '../definition';
import { type LocatedAction, listActions, listTriggers } from '../tree';
import { flowProblem } from './flow-problem';

export function checkParameters(
  flow: Flow,
  connectors: Record<string, Connector> | undefined,
): FlowProblem[] {
  const actions = listActions(flow.definition).flatMap((located) => [
    ...checkBuiltIn(located),
    ...checkCall(flow, connectors, { step: located.action, action: located.name, at: located.pointer }),
    ...checkConcurrency(located),
  ]);
  const triggers = listTriggers(flow.definition).flatMap(({ name, trigger, pointer }) =>
    checkCall(flow, connectors, { step: trigger, trigger: name, at: pointer }),
  );
  return [...triggers, ...actions];
}

function isEmpty(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || value === '';
}

function valueAt(step: JsonObject, path: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = step;
  for (const key of path) value = Array.isArray(value) ? value[Number(key)] : ownProperty(value, key);
  return value;
}

function checkBuiltIn({ name, action, pointer }: LocatedAction): FlowProblem[] {
  const builtIn = findBuiltInAction(action);
  if (!builtIn) return [];
  return builtIn.fields.flatMap((field) => {
    const value = valueAt(action, field.path);
    const message = field.editor === 'condition' ? whyNoCondition(value) : whyMissing(field, value);
    if (message === undefined) return [];
    const place = { action: name, at: pointer + toPointer(field.path) };
    return [flowProblem('FLOW2001', place, { message, field: field.key })];
  });
}

function whyMissing(field: BuiltInField, value: JsonValue | undefined): string | undefined {
  return field.required && isEmpty(value) ? `${field.label} is required.` : undefined;
}

function whyNoCondition(expression: JsonValue | undefined): string | undefined {
  const group = readCondition(expression);
  if (!group) return undefined;
  if (group.rows.length === 0) return 'Condition is required.';
  return hasEmptyRow(group) ? 'Choose a value for each row of the condition.' : undefined;
}

function hasEmptyRow(group: ConditionGroup): boolean {
  return group.rows.some((row) => (isConditionRow(row) ? row.left === '' : hasEmptyRow(row)));
}

interface Step {
  step: LocatedAction['action'];
  action?: string;
  trigger?: string;
  at: string;
}

function checkCall(
  flow: Flow,
  connectors: Record<string, Connector> | undefined,
  given: Step,
): FlowProblem[] {
  const { step, ...place } = given;
  const call = readOperationCall(step, flow.connectionReferences);
  const connector = call && connectors && findConnector(connectors, call.apiId);
  const operation = connector && findOperation(connector, call.operationId);
  if (!operation) return [];
  return listRequired(connector, operation).flatMap((field) => {
    if (isFilled(call.parameters, field)) return [];
    const at = place.at + toPointer(['inputs', 'parameters', field.key]);
    return [
      flowProblem('FLOW2001', { ...place, at }, { message: `${field.label} is required.`, field: field.key }),
    ];
  });
}

const requiredFields = new WeakMap<object, InputField[]>();

/** Required fields a maker has to fill; kept per operation, as a connector never changes in place. */
function listRequired(connector: Connector, operation: Parameters<typeof listInputs>[1]): InputField[] {
  const known = requiredFields.get(operation);
  if (known) return known;
  const fields = listInputs(connector, operation).filter(
    (field) => field.required && field.visibility !== 'internal' && field.default === undefined,
  );
  requiredFields.set(operation, fields);
  return fields;
}

/** Filled by its own key, by a whole value above it (`body`), or by parts of it below. */
function isFilled(parameters: JsonObject, field: InputField): boolean {
  const segments = field.key.split('/');
  for (let length = segments.length; length > 0; length -= 1)
    if (!isEmpty(ownProperty(parameters, segments.slice(0, length).join('/')))) return true;
  return Object.entries(parameters).some(
    ([key, value]) => key.startsWith(`${field.key}/`) && !isEmpty(value),
  );
}

function checkConcurrency({ name, action, pointer }: LocatedAction): FlowProblem[] {
  if (action.type.toLowerCase() !== 'foreach') return [];
  const path = ['runtimeConfiguration', 'concurrency', 'repetitions'];
  const value = valueAt(action, path);
  const settings = ownProperty(action, 'runtimeConfiguration');
  if (!isJsonObject(settings) || value === undefined) return [];
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= 50) return [];
  if (typeof value === 'string' && value.startsWith('@')) return [];
  const place = { action: name, at: pointer + toPointer(path) };
  return [
    flowProblem('FLOW4001', place, {
      message: 'Degree of parallelism is a whole number from 1 to 50.',
      field: 'runtimeConfiguration/concurrency/repetitions',
    }),
  ];
}
