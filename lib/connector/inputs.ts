// The fields of a card: parameters, and a body's properties exploded into one field each.
// Order: required, important, normal, advanced; internal fields are listed last and left out by forms.
import { ownProperty } from '../json';
import { isOwnedByConnection } from './connection';
import { fieldDetails, propertyLabel } from './field-details';
import { humanise } from './label';
import type { Connector, InputField, Operation, Parameter, Visibility } from './model';
import { textMember, visibilityOf } from './read/members';
import { referenceOf } from './reference';
import type { SchemaProperty } from './schema-parts';
import { type SchemaView, viewSchema } from './schema-view';

const fieldLimit = 2_000;

/** How many levels of a body become fields of their own; what lies deeper is one field that takes an object. */
const defaultBodyDepth = 3;

/**
 * Every input of an operation in card order, up to `limit` (2,000). Loops and bodies deeper than `bodyDepth` (3) end in
 * one object field.
 */
export function listInputs(
  connector: Connector,
  operation: Operation,
  { bodyDepth = defaultBodyDepth, limit = fieldLimit }: { bodyDepth?: number; limit?: number } = {},
): InputField[] {
  const fields: InputField[] = [];
  const walk = { connector, fields, bodyDepth, limit };
  for (const parameter of operation.parameters) {
    if (fields.length >= limit) break;
    if (isHiddenParameter(parameter) || isOwnedByConnection(connector, parameter.in, parameter.name))
      continue;
    const view = viewSchema(connector.document, {
      value: parameter.schema,
      pointer: parameter.schemaPointer,
    });
    if (parameter.in === 'body' && view.properties.length > 0) {
      explode(walk, {
        parameter,
        view,
        path: [],
        labels: [],
        // Files say "required" of the properties and forget it of the body: what the body must have, the card asks for.
        required: true,
        visibility: parameter.visibility,
        trail: [view.pointer],
      });
    } else fields.push(fieldOfParameter(parameter, view));
  }
  return fields
    .map((field, index) => ({ field, index, rank: rankOf(field) }))
    .sort((left, right) => left.rank - right.rank || left.index - right.index)
    .map(({ field }) => field);
}

/** `connectionId` in a path is reserved; Content-Type and Accept are sent with their default and never shown. */
function isHiddenParameter(parameter: Parameter): boolean {
  if (parameter.in === 'path') return parameter.name === 'connectionId';
  return parameter.in === 'header' && /^(content-type|accept)$/i.test(parameter.name);
}

function rankOf(field: InputField): number {
  if (field.visibility === 'internal') return 4;
  if (field.required) return 0;
  return { important: 1, none: 2, advanced: 3 }[field.visibility];
}

function fieldOfParameter(parameter: Parameter, view: SchemaView): InputField {
  const label =
    parameter.summary?.trim() || textMember(view.members, 'title').trim() || humanise(parameter.name);
  const field: InputField = {
    key: parameter.name,
    parameter,
    path: [],
    label,
    description: parameter.description.trim() || textMember(view.members, 'description').trim(),
    required: parameter.required,
    visibility: parameter.visibility,
    type: view.type,
    schema: view.members,
    pointer: parameter.pointer,
  };
  return { ...field, ...fieldDetails(view, parameter.default) };
}

interface Branch {
  parameter: Parameter;
  view: SchemaView;
  path: string[];
  labels: string[];
  required: boolean;
  visibility: Visibility;
  /** Pointers of the schemas we are inside of: meeting one again is a loop. */
  trail: string[];
}

function explode(
  walk: { connector: Connector; fields: InputField[]; bodyDepth: number; limit: number },
  branch: Branch,
): void {
  for (const property of branch.view.properties) {
    if (walk.fields.length >= walk.limit) return;
    const view = viewSchema(walk.connector.document, property.schema);
    const path = [...branch.path, property.name];
    const label = propertyLabel(property, view);
    const next: Branch = {
      parameter: branch.parameter,
      view,
      path,
      labels: [...branch.labels, label],
      required: branch.required && property.required,
      visibility: stronger(branch.visibility, visibilityOf(view.members)),
      trail: [...branch.trail, view.pointer],
    };
    const opens = view.properties.length > 0 && view.type === 'object' && path.length < walk.bodyDepth;
    if (opens && !branch.trail.includes(view.pointer)) explode(walk, next);
    else walk.fields.push(fieldOfProperty(next, property));
  }
}

/** A part of something internal or advanced is so too, unless it says something of its own. */
function stronger(parent: Visibility, own: Visibility): Visibility {
  if (parent === 'internal') return 'internal';
  return own === 'none' && parent === 'advanced' ? 'advanced' : own;
}

function fieldOfProperty(branch: Branch, property: SchemaProperty): InputField {
  const { parameter, view, path } = branch;
  const written = referenceOf(property.schema.value) === undefined ? view.pointer : property.schema.pointer;
  const field: InputField = {
    key: [parameter.name, ...path].join('/'),
    parameter,
    path,
    label: branch.labels.join(' '),
    description: textMember(view.members, 'description').trim(),
    required: branch.required,
    visibility: branch.visibility,
    type: view.type,
    schema: view.members,
    pointer: written,
  };
  return { ...field, ...fieldDetails(view, ownProperty(view.members, 'default')) };
}
