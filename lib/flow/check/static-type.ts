// What is known of a value before a run: a literal as it is, the type of an expression where it is certain.

import type { FieldType } from '../../connector/schema-view';
import { findFunction } from '../../expression/catalogue';
import type { Expression } from '../../expression/syntax';
import { parseTemplate } from '../../expression/template';
import type { JsonValue } from '../../json';

export type KnownValue =
  | { kind: 'literal'; value: JsonValue }
  /** An expression whose type is certain. Text with `@{…}` in it is always text. */
  | { kind: 'result'; type: FieldType }
  | { kind: 'unknown' };

/** Reads a value of a definition. Text with an expression that does not parse is unknown: its own finding says so. */
export function knownValue(value: JsonValue): KnownValue {
  if (typeof value !== 'string') return { kind: 'literal', value };
  const template = parseTemplate(value);
  if (template.kind === 'literal') return { kind: 'literal', value: template.value };
  if (template.diagnostics.length > 0) return { kind: 'unknown' };
  if (template.kind === 'interpolation') return { kind: 'result', type: 'string' };
  const type = resultType(template.expression);
  return type === undefined ? { kind: 'unknown' } : { kind: 'result', type };
}

const types: Record<string, FieldType> = {
  string: 'string',
  timestamp: 'string',
  integer: 'integer',
  number: 'number',
  float: 'number',
  decimal: 'number',
  boolean: 'boolean',
  array: 'array',
  object: 'object',
};

function resultType(expression: Expression | undefined): FieldType | undefined {
  if (expression?.kind === 'literal') {
    const { value } = expression;
    if (typeof value === 'string' || typeof value === 'boolean') return types[typeof value];
    return undefined;
  }
  if (expression?.kind !== 'call') return undefined;
  const returns = new Set(findFunction(expression.name)?.signatures.map((signature) => signature.returns));
  const [only] = returns;
  return returns.size === 1 && only !== undefined && Object.hasOwn(types, only) ? types[only] : undefined;
}
