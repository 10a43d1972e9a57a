// Rules for schemas and for parameters that carry a type of their own.
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../../json';
import { toPointer } from '../../json-pointer';
import { textMember, textsMember } from '../read/members';
import { type Located, referenceOf } from '../reference';
import { declaredType } from '../schema-view';
import { type CheckView, type Finding, type Rule, setFix } from './rule';

const formats = new Set([
  'int32',
  'int64',
  'float',
  'double',
  'decimal',
  'byte',
  'binary',
  'date',
  'date-time',
  'time',
  'duration',
  'password',
  'email',
  'uri',
  'url',
  'uuid',
  'guid',
  'hostname',
  'ipv4',
  'ipv6',
  'html',
  'date-no-tz',
  'contact',
  'tel',
  'base64',
]);

function* eachSchema(
  view: CheckView,
  find: (schema: Located<JsonObject>) => Iterable<Finding>,
): Iterable<Finding> {
  for (const schema of view.schemas) yield* find(schema);
}

const checkFormat = (view: CheckView): Iterable<Finding> =>
  eachSchema(view, function* ({ value, pointer }) {
    const format = textMember(value, 'format');
    if (format === '' || formats.has(format.toLowerCase())) return;
    yield {
      at: `${pointer}/format`,
      message: `The format “${format}” is not known; the value is treated as ${declaredType(value) || 'any'}.`,
    };
  });

const checkItems = (view: CheckView): Iterable<Finding> =>
  eachSchema(view, function* ({ value, pointer }) {
    if (declaredType(value) !== 'array' || ownProperty(value, 'items') !== undefined) return;
    yield { at: pointer, message: 'The list does not say what its items are. Add items.' };
  });

const checkEnum = (view: CheckView): Iterable<Finding> =>
  eachSchema(view, function* ({ value, pointer }) {
    const values = ownProperty(value, 'enum');
    if (values === undefined) return;
    if (!Array.isArray(values) || values.length === 0)
      yield { at: `${pointer}/enum`, message: 'The list of allowed values is empty.' };
  });

const checkEnumTypes = (view: CheckView): Iterable<Finding> =>
  eachSchema(view, function* ({ value, pointer }) {
    const values = ownProperty(value, 'enum');
    if (!Array.isArray(values)) return;
    const index = values.findIndex((item) => item !== null && !fits(value, item));
    if (index === -1) return;
    const at = pointer + toPointer(['enum', index]);
    const message = `The allowed value ${shorten(values[index] ?? null)} is not of type ${declaredType(value)}.`;
    const meant = values.map((item) => (item === null ? null : meantAs(value, item)));
    const isClear = meant.every((item) => item !== undefined) && new Set(meant).size === meant.length;
    const label = `Write them as ${declaredType(value)}`;
    const finding = { at, message, ...milder(view, pointer) };
    yield isClear ? { ...finding, fix: setFix(label, `${pointer}/enum`, meant) } : finding;
  });

const checkDefault = (view: CheckView): Iterable<Finding> =>
  eachSchema(view, function* ({ value, pointer }) {
    const preset = ownProperty(value, 'default');
    if (preset === undefined || preset === null || fits(value, preset)) return;
    const at = `${pointer}/default`;
    const message = `The default ${shorten(preset)} is not of type ${declaredType(value)}.`;
    const meant = meantAs(value, preset);
    const finding = { at, message, ...milder(view, pointer) };
    yield meant === undefined ? finding : { ...finding, fix: setFix(`Use ${shorten(meant)}`, at, meant) };
  });

/** What only describes answers is never sent, so it keeps no operation from being called. */
function milder(view: CheckView, pointer: string): Pick<Finding, 'severity'> {
  return view.isOnlyAnswered(pointer) ? { severity: 'warning' } : {};
}

/** The value in the declared type where it says the same: `"1"` of an integer is 1. */
function meantAs(schema: JsonObject, value: JsonValue): JsonValue | undefined {
  if (fits(schema, value)) return value;
  const type = declaredType(schema);
  if (type === 'string') return typeof value === 'object' ? undefined : String(value);
  const text = typeof value === 'string' ? value.trim() : '';
  if (type === 'boolean' && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  if ((type === 'integer' || type === 'number') && /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(text)) {
    const number = Number(text);
    return fits(schema, number) ? number : undefined;
  }
  return undefined;
}

/** Whether a value is of the declared type; a schema without a known type takes everything. */
function fits(schema: JsonObject, value: JsonValue): boolean {
  switch (declaredType(schema)) {
    case 'string':
      return typeof value === 'string';
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value);
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isJsonObject(value);
    default:
      return true;
  }
}

function shorten(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

const compositions = ['allOf', 'anyOf', 'oneOf'];

const checkRequired = (view: CheckView): Iterable<Finding> =>
  eachSchema(view, function* ({ value, pointer }) {
    const properties = ownProperty(value, 'properties');
    if (
      !isJsonObject(properties) ||
      // A part of a composition may require what another part of it declares.
      compositions.some((name) => ownProperty(value, name) !== undefined) ||
      /\/(allOf|anyOf|oneOf)\/\d+$/.test(pointer) ||
      typeof ownProperty(value, 'in') === 'string'
    )
      return;
    for (const name of textsMember(value, 'required')) {
      if (!Object.hasOwn(properties, name))
        yield { at: `${pointer}/required`, message: `“${name}” is required but not among the properties.` };
    }
  });

const checkBesideReference = (view: CheckView): Iterable<Finding> =>
  eachSchema(view, function* ({ value, pointer }) {
    if (view.connector.dialect === '3.1' || referenceOf(value) === undefined) return;
    const others = Object.keys(value).filter((key) => key !== '$ref' && !key.startsWith('x-'));
    if (others.length > 0)
      yield {
        at: pointer,
        message: `Beside a $ref other tools ignore ${others.join(', ')}; here they count.`,
      };
  });

const checkDateFormat = (view: CheckView): Iterable<Finding> =>
  eachSchema(view, function* ({ value, pointer }) {
    const name = textMember(value, 'name') || (pointer.split('/').at(-1) ?? '');
    if (
      declaredType(value) !== 'string' ||
      textMember(value, 'format') !== '' ||
      ownProperty(value, 'enum') !== undefined
    )
      return;
    if (!/(^|[a-z_-])(date|datetime|timestamp)$|(Date|DateTime|Timestamp|[a-z]At)$/.test(name)) return;
    const at = `${pointer}/format`;
    yield {
      at,
      message: `“${name}” looks like a date but has no format.`,
      fix: { label: 'Use date-time', safe: false, changes: [{ op: 'set', at, value: 'date-time' }] },
    };
  });

export const schemaRules: Rule[] = [
  { code: 'CONN2402', name: 'UnrecognizedTypeFormat', severity: 'warning', find: checkFormat },
  { code: 'CONN2403', name: 'ArrayHasNoItems', severity: 'error', find: checkItems },
  { code: 'CONN2404', name: 'EnumMustContainAtLeastOneElement', severity: 'error', find: checkEnum },
  { code: 'CONN2405', name: 'InvalidEnumValue', severity: 'error', find: checkEnumTypes },
  { code: 'CONN2406', name: 'DefaultValueMustMatchType', severity: 'error', find: checkDefault },
  { code: 'CONN2407', name: 'RequiredPropertyDefinitionMissing', severity: 'error', find: checkRequired },
  {
    code: 'CONN2408',
    name: 'AdditionalPropertyNotAllowedAdjacentToRef',
    severity: 'warning',
    find: checkBesideReference,
  },
  { code: 'CONN2409', name: 'DateWithoutFormat', severity: 'hint', find: checkDateFormat },
];
