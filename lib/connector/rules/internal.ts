// Rules for what makers never see: hidden parameters and hidden body properties, which only their defaults can fill.
import { type JsonValue, ownProperty } from '../../json';
import { atPointer } from '../../json-pointer';
import { humanise } from '../label';
import type { Parameter } from '../model';
import { textMember, textsMember, visibilityOf } from '../read/members';
import type { Located } from '../reference';
import type { SchemaProperty } from '../schema-parts';
import { type SchemaView, viewSchema } from '../schema-view';
import { type CheckView, type Finding, type Rule, setFix } from './rule';

interface BodyProperty {
  property: SchemaProperty;
  view: SchemaView;
  /** True where every object above it is sent with each request. */
  isSent: boolean;
  /** Hidden itself, or part of something hidden. */
  isHidden: boolean;
}

/** Every property of the bodies of the looked-at operations, each schema once. */
function* listBodyProperties({ document, operations, reach }: CheckView): Iterable<BodyProperty> {
  let left = reach;
  const seen = new Set<string>();
  const queue: { schema: Located; isSent: boolean; isHidden: boolean }[] = [];
  for (const { operation } of operations) {
    for (const parameter of operation.parameters) {
      if (parameter.in !== 'body') continue;
      const schema = { value: parameter.schema, pointer: parameter.schemaPointer };
      queue.push({ schema, isSent: true, isHidden: parameter.visibility === 'internal' });
    }
  }
  for (let index = 0; index < queue.length; index += 1) {
    const entry = queue[index];
    if (!entry) continue;
    const holder = viewSchema(document, entry.schema);
    const key = `${entry.isSent} ${entry.isHidden} ${holder.pointer}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const property of holder.properties) {
      left -= 1;
      if (left < 0) return;
      const view = viewSchema(document, property.schema);
      const isHidden = entry.isHidden || visibilityOf(view.members) === 'internal';
      yield { property, view, isSent: entry.isSent, isHidden };
      const isSent = entry.isSent && property.required;
      if (view.type === 'object') queue.push({ schema: property.schema, isSent, isHidden });
    }
  }
}

function* listHiddenParameters(view: CheckView): Iterable<Parameter> {
  for (const { operation } of view.operations)
    for (const parameter of operation.parameters) if (parameter.visibility === 'internal') yield parameter;
}

function* checkRequired(view: CheckView): Iterable<Finding> {
  for (const parameter of listHiddenParameters(view)) {
    if (!parameter.required || parameter.default !== undefined || parameter.in === 'body') continue;
    if (isFilledElsewhere(parameter.schema, viewOf(view, parameter).type)) continue;
    yield needsDefault(parameter.summary?.trim() || humanise(parameter.name), parameter.pointer);
  }
  for (const { property, view: own, isSent, isHidden } of listBodyProperties(view)) {
    if (!isHidden || !isSent || !property.required || ownProperty(own.members, 'default') !== undefined)
      continue;
    if (isFilledElsewhere(own.members, own.type)) continue;
    yield needsDefault(labelOf(own, property), property.schema.pointer);
  }
}

function viewOf({ document }: CheckView, { schema, schemaPointer }: Parameter): SchemaView {
  return viewSchema(document, { value: schema, pointer: schemaPointer });
}

/** The callback URL is written by the product; an object is filled by its own properties. */
function isFilledElsewhere(schema: JsonValue, type: SchemaView['type']): boolean {
  return ownProperty(schema, 'x-ms-notification-url') !== undefined || type === 'object';
}

function labelOf(view: SchemaView, { name }: SchemaProperty): string {
  return textMember(view.members, 'x-ms-summary').trim() || humanise(name);
}

function needsDefault(label: string, pointer: string): Finding {
  return {
    at: `${pointer}/default`,
    message: `“${label}” is hidden and required, so it needs a default value.`,
  };
}

function* checkOptionalParameters(view: CheckView): Iterable<Finding> {
  for (const parameter of listHiddenParameters(view)) {
    if (parameter.required || parameter.default === undefined) continue;
    const at = `${parameter.pointer}/required`;
    const message = `“${parameter.name}” is hidden and always sent with its default, so it should be required.`;
    yield { at, message, fix: setFix('Make it required', at, true) };
  }
  for (const property of listOptionalProperties(view)) {
    if (property.isSent) continue;
    const message = `“${property.property.name}” is hidden and optional; its default is sent only with the object around it.`;
    yield { at: property.property.schema.pointer, message };
  }
}

function* checkOptionalProperties(view: CheckView): Iterable<Finding> {
  const found = Array.from(listOptionalProperties(view)).filter(({ isSent }) => isSent);
  const names = new Map<string, string[]>();
  for (const { property } of found) {
    const holder = holderOf(property);
    const known = names.get(holder);
    if (known) known.push(property.name);
    else names.set(holder, [property.name]);
  }
  for (const { property } of found) {
    const holder = holderOf(property);
    const at = `${holder}/required`;
    const required = textsMember(atPointer(view.document, holder), 'required');
    const message = `“${property.name}” is hidden and has a default, so it must be required: other tools leave it out.`;
    // All of one object at once: two fixes of one list would undo each other.
    const fix = setFix('Make it required', at, [...new Set([...required, ...(names.get(holder) ?? [])])]);
    yield { at: property.schema.pointer, message, fix };
  }
}

function holderOf({ schema }: SchemaProperty): string {
  return schema.pointer.replace(/\/properties\/[^/]*$/, '');
}

function* listOptionalProperties(view: CheckView): Iterable<BodyProperty> {
  for (const found of listBodyProperties(view)) {
    const isHidden = visibilityOf(found.view.members) === 'internal';
    if (isHidden && !found.property.required && ownProperty(found.view.members, 'default') !== undefined)
      yield found;
  }
}

export const internalRules: Rule[] = [
  { code: 'CONN2210', name: 'InternalRequiredNeedsDefault', severity: 'error', find: checkRequired },
  {
    code: 'CONN2211',
    name: 'InternalPropertyWithDefaultOptional',
    severity: 'warning',
    find: checkOptionalParameters,
  },
  { code: 'CONN2214', name: 'PropertyMustBeRequired', severity: 'error', find: checkOptionalProperties },
];
