// Checks of the values that variables get: what a variable holds, it holds strictly (Workflow Definition Language, variables).

import type { FieldType } from '../../connector/schema-view';
import { readVariableType } from '../../engine/variables';
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../../json';
import { toPointer } from '../../json-pointer';
import type { FlowProblem } from '../check-flow';
import type { FlowDefinition } from '../definition';
import { type LocatedAction, listActions } from '../tree';
import { listVariables } from '../upstream';
import { flowProblem } from './flow-problem';
import { checkValue } from './values';

const fieldTypes = {
  string: 'string',
  integer: 'integer',
  float: 'number',
  boolean: 'boolean',
  object: 'object',
  array: 'array',
} as const satisfies Record<NonNullable<ReturnType<typeof readVariableType>>, FieldType>;

/** Type of the values a variable of that type takes, or undefined for a type that is none. */
export function variableFieldType(name: unknown): FieldType | undefined {
  const type = readVariableType(name);
  return type && fieldTypes[type];
}

/** Problems of every value that a step puts into a variable. */
export function checkVariableValues(definition: FlowDefinition): FlowProblem[] {
  const variables = listVariables(definition);
  return listActions(definition).flatMap((located) => {
    const inputs = ownProperty(located.action, 'inputs');
    if (!isJsonObject(inputs)) return [];
    const check = byType[located.action.type.toLowerCase()];
    if (!check) return [];
    const { name } = inputs;
    const made = typeof name === 'string' ? variables.get(name.toLowerCase())?.[0] : undefined;
    return check(located, inputs, made && { name: made.name, type: variableFieldType(made.type) });
  });
}

interface NamedVariable {
  name: string;
  type: FieldType | undefined;
}

type Check = (
  located: LocatedAction,
  inputs: JsonObject,
  variable: NamedVariable | undefined,
) => FlowProblem[];

const byType: Record<string, Check | undefined> = {
  initializevariable: (located, { variables }) =>
    Array.isArray(variables) ? variables.flatMap((each, index) => checkInitial(located, each, index)) : [],
  setvariable: (located, inputs, variable) =>
    checkAt(located, ['inputs', 'value'], inputs.value, variable?.type),
  incrementvariable(located, inputs, variable) {
    const countable = [undefined, 'integer', 'number'].includes(variable?.type);
    if (!countable)
      return [wrongVariable(located, variable?.name, 'holds no number, so it cannot be increased')];
    return checkAt(located, ['inputs', 'value'], inputs.value, variable?.type ?? 'number');
  },
  appendtoarrayvariable(located, inputs, variable) {
    if (variable?.type !== undefined && variable.type !== 'array')
      return [wrongVariable(located, variable.name, 'holds no list, so nothing can be appended')];
    if (!Array.isArray(inputs.value)) return [];
    return [
      problemAt(located, ['inputs', 'value'], 'A list cannot be appended as one item. Append its items.'),
    ];
  },
};

function checkInitial(located: LocatedAction, variable: JsonValue, index: number): FlowProblem[] {
  const type = variableFieldType(ownProperty(variable, 'type'));
  return checkAt(
    located,
    ['inputs', 'variables', String(index), 'value'],
    ownProperty(variable, 'value'),
    type,
  );
}

function wrongVariable(located: LocatedAction, name: string | undefined, why: string): FlowProblem {
  return problemAt(located, ['inputs', 'name'], `The variable ${name} ${why}.`);
}

function problemAt({ name, pointer }: LocatedAction, path: string[], message: string): FlowProblem {
  const place = { action: name, at: pointer + toPointer(path) };
  return flowProblem('FLOW4010', place, { message, field: path.join('/') });
}

function checkAt(
  located: LocatedAction,
  path: string[],
  value: JsonValue | undefined,
  type: FieldType | undefined,
): FlowProblem[] {
  if (value === undefined || type === undefined) return [];
  // Null empties a text, a list and an object.
  if (value === null && ['string', 'array', 'object'].includes(type)) return [];
  return checkValue(value, { label: 'Value', type, strict: true }).map(({ message }) =>
    problemAt(located, path, message),
  );
}
