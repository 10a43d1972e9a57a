// Which value each parameter of an operation gets: the one that the flow gives, else its default.
import type { Value } from '../../expression/value';
import { isOwnedByConnection } from '../connection';
import type { Connector, Operation, Parameter } from '../model';
import { type RequestFailure, refuse } from './failure';

export interface ParameterValue {
  parameter: Parameter;
  /** Undefined where neither flow nor connector gives one. */
  value: Value | undefined;
  /** True when the value comes from the flow and not from the definition. */
  given: boolean;
}

/** Values of the parameters that are not a body; fails for a key that the operation does not know. */
export function readValues(
  connector: Connector,
  operation: Operation,
  parameters: Record<string, Value>,
): ParameterValue[] | RequestFailure {
  const [unknown] = listUnknownKeys(operation, parameters);
  if (unknown !== undefined) return refuse('ParameterUnknown', unknownMessage(operation, unknown), unknown);
  const values: ParameterValue[] = [];
  for (const parameter of operation.parameters) {
    if (parameter.in === 'body') continue;
    const own = Object.hasOwn(parameters, parameter.name) ? parameters[parameter.name] : undefined;
    const given = own !== undefined && own !== null;
    if (isOwnedByConnection(connector, parameter.in, parameter.name)) {
      if (given)
        return refuse(
          'OwnedByConnection',
          `The connection fills “${parameter.name}”. Leave it blank here.`,
          parameter.name,
        );
      continue;
    }
    const value = given ? own : (parameter.default ?? undefined);
    if (value === undefined && parameter.required && !isNegotiation(parameter))
      return missing(parameter.name);
    values.push({ parameter, value, given });
  }
  return values;
}

/** The keys of a flow that address nothing of the operation; a request with one of them is refused. */
export function listUnknownKeys(operation: Operation, parameters: object): string[] {
  return Object.keys(parameters).filter(
    (key) => !operation.parameters.some((parameter) => owns(parameter, key)),
  );
}

/** What is said of such a key. */
export function unknownMessage(operation: Operation, key: string): string {
  return `The operation ${operation.id} has no parameter “${key}”.`;
}

/** True when a key of a flow addresses this parameter: its name, or a path inside a body or a file. */
function owns(parameter: Parameter, key: string): boolean {
  if (key === parameter.name) return true;
  const inside =
    parameter.in === 'body' || (parameter.in === 'formData' && key === `${parameter.name}/$filename`);
  return inside && key.startsWith(`${parameter.name}/`);
}

/** Headers that the request gets anyway. */
function isNegotiation(parameter: Parameter): boolean {
  return parameter.in === 'header' && /^(content-type|accept)$/i.test(parameter.name);
}

/** A required parameter without a value. */
export function missing(key: string): RequestFailure {
  return refuse('ParameterMissing', `“${key}” is required and has no value.`, key);
}
