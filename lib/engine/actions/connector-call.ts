// OpenApiConnection: an operation of a connector, called through the connection that fills the flow's reference.
// Parameters are flat and keyed as in the definition: `id`, `body/invoice/amount`.
import { buildRequest } from '../../connector/build-request';
import type { Connector, Operation } from '../../connector/model';
import { whyBlocked } from '../../connector/operation-errors';
import { compileJson } from '../../expression/compile';
import { toText } from '../../expression/to-text';
import { isValueObject, type Value, type ValueObject } from '../../expression/value';
import { isJsonObject, ownProperty } from '../../json';
import { startCall } from '../call';
import { fail } from '../machine';
import type { ActionKind, Plan } from '../plan-model';
import type { ActionFault } from '../record';
import { readRetryPolicy } from '../retry-policy';
import type { Turn } from '../turn';
import { evaluate } from '../turn';
import { readTimeout } from './http';

export const connectorCall: ActionKind = (action, plan) => {
  const definition = ownProperty(action.definition, 'inputs');
  const given = isJsonObject(definition) ? definition : {};
  const inputs = compileJson({ host: given.host ?? {}, parameters: given.parameters ?? {} });
  // Looks at the definition of the operation once, now, so that no call waits for it.
  findTarget(plan, { host: given.host ?? {} });
  return {
    run(turn, frame) {
      const result = evaluate(turn, frame, action, inputs);
      if (!result.ok) return fail(turn, frame, action, result.fault);
      startCall(turn, frame, action, result.value);
    },
    call: {
      retryPolicy: readRetryPolicy(given.retryPolicy),
      timeout: readTimeout(action),
      toRequest(turn, frame, value) {
        const target = findTarget(plan, value);
        if ('code' in target) return target;
        const parameters = parametersOf(value);
        const key = addIdempotencyKey(target.operation, parameters, () =>
          callKey(turn, frame.path, action.name),
        );
        const baseUrl = plan.baseUrls[target.reference];
        const built = buildRequest({
          connector: target.connector,
          operation: target.operation,
          parameters,
          ...(baseUrl !== undefined && { baseUrl }),
        });
        if (!built.ok) return { code: built.code, message: built.message };
        return { request: built.request, reference: target.reference, key };
      },
    },
  };
};

interface Target {
  connector: Connector;
  operation: Operation;
  reference: string;
}

function findTarget(plan: Plan, value: Value): Target | ActionFault {
  const host = isValueObject(value) && isValueObject(value.host) ? value.host : {};
  const reference = textOf(host.connectionName);
  const apiId = plan.flow.connectionReferences[reference]?.apiId ?? textOf(host.apiId);
  const connector = Object.hasOwn(plan.connectors, apiId) ? plan.connectors[apiId] : undefined;
  if (connector === undefined)
    return {
      code: 'ConnectorMissing',
      message: `The connector ${apiId.split('/').pop() || 'of this step'} is not in this environment. Create it, or choose another operation.`,
    };
  const operationId = textOf(host.operationId);
  const operation = connector.operations.find((each) => each.id === operationId);
  if (operation === undefined)
    return {
      code: 'OperationMissing',
      message: `${connector.title} has no operation “${operationId}”. It may have been renamed or deleted: choose another one.`,
    };
  const blocked = whyBlocked(connector, operation);
  if (blocked !== undefined) return { code: 'OperationHasErrors', message: blocked };
  if (
    plan.flow.connectionReferences[reference]?.connectionId === undefined &&
    connector.security.type !== 'none'
  )
    return {
      code: 'ConnectionMissing',
      message: `${connector.title} needs a connection, and none is chosen for this flow. Choose one on the card of the step.`,
    };
  return { connector, operation, reference };
}

function parametersOf(value: Value): ValueObject {
  const parameters: ValueObject = Object.create(null);
  if (isValueObject(value) && isValueObject(value.parameters)) Object.assign(parameters, value.parameters);
  return parameters;
}

/** Fills the header that makes a repetition safe, with the same key for every attempt. Gives the key that is sent. */
function addIdempotencyKey(
  operation: Operation,
  parameters: ValueObject,
  key: () => string,
): string | undefined {
  const header = operation.idempotencyHeader;
  if (header === undefined) return undefined;
  const parameter = operation.parameters.find(
    (each) => each.in === 'header' && each.name.toLowerCase() === header.toLowerCase(),
  );
  if (parameter === undefined) return undefined;
  const given = parameters[parameter.name];
  if (given === undefined || given === null || given === '') parameters[parameter.name] = key();
  return toText(parameters[parameter.name] ?? '');
}

function callKey(turn: Turn, path: string, name: string): string {
  return `${turn.state.identity.runId}.${encodeURIComponent(path === '' ? name : `${path}/${name}`)}`;
}

function textOf(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}
