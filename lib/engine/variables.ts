// Variables of a run: their types, what may be put into them, and how a record's effect changes them.
// Implements the variable actions of the Workflow Definition Language; variables are global to the run.
import { Decimal, Double, isValueObject, type Value } from '../expression/value';
import type { ActionFault, ActionRecord, VariableType } from './record';
import type { RunState, Variable } from './state';

const types: Record<string, VariableType> = {
  string: 'string',
  integer: 'integer',
  int: 'integer',
  float: 'float',
  boolean: 'boolean',
  bool: 'boolean',
  object: 'object',
  array: 'array',
};

/** The type a definition names, in any case. */
export function readVariableType(name: unknown): VariableType | undefined {
  return typeof name === 'string' ? types[name.toLowerCase()] : undefined;
}

/** What a variable holds before anything was put into it. */
export function emptyValue(type: VariableType): Value {
  switch (type) {
    case 'string':
      return '';
    case 'integer':
      return 0;
    case 'float':
      return new Double(0);
    case 'boolean':
      return false;
    case 'object':
      return null;
    case 'array':
      return [];
  }
}

/** The value as a variable of that type holds it, or undefined when it does not fit. */
export function fitValue(type: VariableType, value: Value): Value | undefined {
  switch (type) {
    case 'string':
      return value === null ? '' : typeof value === 'string' ? value : undefined;
    case 'integer':
      return typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))
        ? value
        : undefined;
    case 'float':
      return toFloat(value);
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'object':
      return value === null || isValueObject(value) ? value : undefined;
    case 'array':
      return value === null ? [] : Array.isArray(value) ? value : undefined;
  }
}

function toFloat(value: Value): Value | undefined {
  if (value instanceof Double || value instanceof Decimal) return value;
  if (typeof value === 'bigint') return new Double(Number(value));
  if (typeof value !== 'number') return undefined;
  return Number.isInteger(value) ? new Double(value) : value;
}

/** Why a value does not fit. */
export function typeFault(variable: { name: string; type: VariableType }): ActionFault {
  return {
    code: 'BadRequest',
    message: `The value does not fit variable “${variable.name}” of type ${variable.type}.`,
  };
}

/** The named variable, or why there is none. */
export function findVariable(state: RunState, name: Value | undefined): Variable | ActionFault {
  if (typeof name !== 'string' || name === '')
    return { code: 'BadRequest', message: 'The step does not say which variable it means.' };
  const variable = state.variables.get(name.toLowerCase());
  return (
    variable ?? {
      code: 'BadRequest',
      message: `There is no variable “${name}” yet. Initialize it in an earlier step.`,
    }
  );
}

/** True for the reason a variable was not found. */
export function isFault(found: Variable | ActionFault): found is ActionFault {
  return 'code' in found;
}

/** Brings the variables to what the finished record says, live and after a crash alike. */
export function applyEffect(state: RunState, record: ActionRecord): void {
  const { effect } = record;
  if (effect === undefined) return;
  if ('declare' in effect) {
    for (const { name, type, value } of effect.declare)
      state.variables.set(name.toLowerCase(), { name, type, value, shared: true });
    return;
  }
  if ('set' in effect) {
    const variable = state.variables.get(effect.set.toLowerCase());
    const body = isValueObject(record.outputs) ? record.outputs.body : undefined;
    if (variable === undefined || !isValueObject(body)) return;
    variable.value = body.value ?? null;
    variable.shared = true;
    return;
  }
  const variable = state.variables.get(effect.append.toLowerCase());
  const value = isValueObject(record.inputs) ? (record.inputs.value ?? null) : null;
  if (variable === undefined || !Array.isArray(variable.value)) return;
  if (variable.shared) {
    variable.value = variable.value.slice();
    variable.shared = false;
  }
  (variable.value as Value[]).push(value);
}
