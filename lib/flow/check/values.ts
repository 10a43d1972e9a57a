// A value of a definition against what its field takes: type, choices, format and limits, through lists and objects.
// Text with an expression is judged only where its type is certain.
import { type DescribedSchema, type FieldPart, itemPart, propertyParts } from '../../connector/field-details';
import type { FieldType } from '../../connector/schema-view';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json';
import type { ValueRule } from '../built-in/field';
import { knownValue } from './static-type';
import { findBrokenLimit } from './value-limits';

export interface ValueShape {
  label: string;
  type: FieldType;
  format?: string | undefined;
  options?: readonly { value: JsonValue }[] | undefined;
  described?: DescribedSchema | undefined;
  /** What a run refuses beside the type: the choices are all there are, and this rule holds. */
  closed?: boolean | undefined;
  rule?: ValueRule | undefined;
  /** A run takes the type as it is and does not read "5" as a number. */
  strict?: boolean | undefined;
}

export interface ValueFault {
  code: 'FLOW2001' | 'FLOW4010' | 'FLOW4011' | 'FLOW4012' | 'FLOW4013';
  severity: 'error' | 'warning';
  message: string;
  /** Keys from the value down to the part that is wrong. */
  path: string[];
}

const deepest = 8;
const mostFaults = 20;

/** What is wrong with a value, outermost first; nothing for an empty one. */
export function checkValue(value: JsonValue, shape: ValueShape): ValueFault[] {
  const faults: ValueFault[] = [];
  walk(value, shape, { path: [], faults });
  return faults.slice(0, mostFaults);
}

interface Walk {
  path: string[];
  faults: ValueFault[];
}

function walk(value: JsonValue, shape: ValueShape, { path, faults }: Walk): void {
  if (faults.length >= mostFaults || path.length > deepest) return;
  const fault = findFault(value, shape);
  if (fault) faults.push({ ...fault, path });
  else if (Array.isArray(value)) walkItems(value, shape, { path, faults });
  else if (isJsonObject(value)) walkProperties(value, shape, { path, faults });
}

function shapeOf({ type, format, options, described }: FieldPart, label: string): ValueShape {
  return { label, type, format, options, described };
}

function walkItems(list: JsonValue[], { label, described }: ValueShape, { path, faults }: Walk): void {
  const part = described && itemPart(described);
  if (!part) return;
  for (const [index, item] of list.entries()) {
    const name = `${label} ${index + 1}`;
    const inner = { path: [...path, String(index)], faults };
    // An empty text is an item of texts; elsewhere it is a row that nobody filled in.
    if (isEmpty(item) && part.type !== 'string' && part.type !== 'any')
      faults.push(missing(name, inner.path));
    else walk(item, shapeOf(part, name), inner);
  }
}

function walkProperties(object: JsonObject, { label, described }: ValueShape, { path, faults }: Walk): void {
  if (!described) return;
  for (const part of propertyParts(described)) {
    const inner = { path: [...path, part.name], faults };
    const value = Object.hasOwn(object, part.name) ? object[part.name] : undefined;
    const name = `${label} ${part.label}`;
    if (!isEmpty(value)) walk(value, shapeOf(part, name), inner);
    else if (part.required && part.default === undefined) faults.push(missing(name, inner.path));
  }
}

function missing(label: string, path: string[]): ValueFault {
  return { code: 'FLOW2001', severity: 'error', message: `${label} is required.`, path };
}

/** True for what counts as not filled in. */
export function isEmpty(value: JsonValue | undefined): value is undefined | null | '' {
  return value === undefined || value === null || value === '';
}

type Fault = Omit<ValueFault, 'path'>;

function findFault(value: JsonValue, shape: ValueShape): Fault | undefined {
  const known = knownValue(value);
  if (known.kind === 'unknown') return undefined;
  if (known.kind === 'result') {
    if (fitsResult(known.type, shape)) return undefined;
    return mismatch(shape, `${typeWords[known.type]} is ${shape.type === 'boolean' ? 'neither' : 'not one'}`);
  }
  const literal = known.value;
  if (isEmpty(literal) && !shape.strict) return undefined;
  if (!fitsType(literal, shape)) return mismatch(shape, whyNot(literal, shape));
  if (shape.rule && !shape.rule.fits(String(literal)))
    return fault(
      'FLOW4012',
      'error',
      `${shape.label} takes ${shape.rule.takes}. ${shown(literal)} is not one.`,
    );
  return findChoiceFault(literal, shape) ?? findLimitFault(literal, shape);
}

function findChoiceFault(literal: JsonValue, { label, options, closed }: ValueShape): Fault | undefined {
  if (!options || typeof literal === 'object') return undefined;
  const fold = (value: JsonValue) => (closed ? String(value).toLowerCase() : String(value));
  if (options.some((option) => fold(option.value) === fold(literal))) return undefined;
  const message = `${shown(literal)} is none of the choices of ${label}.`;
  return fault('FLOW4011', closed ? 'error' : 'warning', message);
}

function findLimitFault(literal: JsonValue, shape: ValueShape): Fault | undefined {
  const counted = shape.type === 'integer' || shape.type === 'number';
  const value = counted && typeof literal === 'string' ? Number(literal) : literal;
  const broken = findBrokenLimit(value, shape.format, shape.described?.schema ?? {});
  if (!broken) return undefined;
  const { code, severity, takes, why } = broken;
  return fault(code, severity, `${shape.label} takes ${takes}. ${why ?? `${shown(literal)} is not one`}.`);
}

function fault(code: Fault['code'], severity: Fault['severity'], message: string): Fault {
  return { code, severity, message };
}

function mismatch(shape: ValueShape, why: string): Fault {
  return fault('FLOW4010', 'error', `${shape.label} takes ${takenWords[shape.type]}. ${why}.`);
}

/** True where a result of that type may go into the field. Text may hold what the type asks for, unless runs are strict. */
function fitsResult(type: FieldType, { type: wanted, strict }: ValueShape): boolean {
  if (wanted === 'any' || wanted === 'file' || type === wanted) return true;
  const isNumber = (each: FieldType) => each === 'integer' || each === 'number';
  if (isNumber(type) && isNumber(wanted)) return true;
  return strict !== true && (type === 'string' || wanted === 'string');
}

function fitsType(literal: JsonValue, { type, strict }: ValueShape): boolean {
  switch (type) {
    case 'any':
    case 'file':
      return true;
    case 'string':
      return typeof literal === 'string' || (!strict && typeof literal !== 'object');
    case 'integer':
      return Number.isInteger(strict ? literal : readNumber(literal));
    case 'number':
      return Number.isFinite(strict ? literal : readNumber(literal));
    case 'boolean':
      return typeof literal === 'boolean' || (!strict && /^(true|false)$/i.test(String(literal)));
    case 'array':
      return Array.isArray(literal);
    case 'object':
      return isJsonObject(literal);
  }
}

function readNumber(literal: JsonValue): unknown {
  return typeof literal === 'string' && literal.trim() !== '' ? Number(literal) : literal;
}

/** Text that was meant to be a list or an object, text where a run takes no text, or simply something else. */
function whyNot(literal: JsonValue, { type, strict }: ValueShape): string {
  const structured = type === 'array' || type === 'object';
  if (structured && typeof literal === 'string' && /^\s*[[{]/.test(literal))
    return `${shown(literal)} is text that does not read as JSON`;
  if (strict && typeof literal === 'string' && literal !== '') return `${shown(literal)} is text`;
  return `${shown(literal)} is ${type === 'boolean' ? 'neither' : 'not one'}`;
}

const longestShown = 40;

function shown(literal: JsonValue): string {
  if (literal === null) return 'Null';
  if (literal === '') return 'An empty text';
  if (Array.isArray(literal)) return typeWords.array;
  if (typeof literal === 'object') return typeWords.object;
  const text = String(literal);
  return `“${text.length > longestShown ? `${text.slice(0, longestShown)}…` : text}”`;
}

const typeWords: Record<FieldType, string> = {
  string: 'A text',
  integer: 'A whole number',
  number: 'A number',
  boolean: 'Yes or No',
  array: 'A list',
  object: 'An object',
  file: 'A file',
  any: 'A value',
};

const takenWords: Record<FieldType, string> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'Yes or No',
  array: 'a list',
  object: 'an object',
  file: 'a file',
  any: 'a value',
};
