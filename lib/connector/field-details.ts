// What a schema says of a field beside its type: label, format, default, choices. Parts of lists and of free objects are
// described here as fields too.
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../json';
import { humanise } from './label';
import type { InputField, Visibility } from './model';
import { textMember, visibilityOf } from './read/members';
import type { Located } from './reference';
import type { SchemaProperty } from './schema-parts';
import { type SchemaView, viewSchema } from './schema-view';

type Details = Pick<InputField, 'format' | 'default' | 'options'>;

/** Format, default and choices of a field; what the schema does not have is absent. */
export function fieldDetails(view: SchemaView, preset: JsonValue | undefined): Details {
  const options = optionsOf(view.members);
  return {
    ...(view.format !== undefined && { format: view.format }),
    ...(preset !== undefined && { default: preset }),
    ...(options.length > 0 && { options }),
  };
}

/** What makers call a property: its summary, its title, else its name in words. */
export function propertyLabel(property: Pick<SchemaProperty, 'name'>, view: SchemaView): string {
  return (
    textMember(view.members, 'x-ms-summary').trim() ||
    textMember(view.members, 'title').trim() ||
    humanise(property.name)
  );
}

/** Values of a static dropdown: x-ms-enum-values with its labels, else `enum`. */
export function optionsOf(schema: JsonObject): { value: JsonValue; label: string }[] {
  const labelled = ownProperty(schema, 'x-ms-enum-values');
  if (Array.isArray(labelled)) {
    return labelled.flatMap((entry) => {
      const value = ownProperty(entry, 'value');
      return value === undefined ? [] : [{ value, label: textMember(entry, 'displayName') || String(value) }];
    });
  }
  const values = ownProperty(schema, 'enum');
  if (!Array.isArray(values)) return [];
  return values.filter((value) => value !== null).map((value) => ({ value, label: textOf(value) }));
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const examplesOfFormats: Record<string, string> = {
  'date-time': '2026-01-31T08:00:00Z',
  date: '2026-01-31',
  email: 'ada@example.com',
};

/** What a scalar looks like: the example, default or first choice that the schema names, else one of its format. */
export function exampleOf({ members, format }: SchemaView): string | undefined {
  const examples = ownProperty(members, 'examples');
  const choices = ownProperty(members, 'enum');
  const said =
    ownProperty(members, 'example') ??
    (Array.isArray(examples) ? examples[0] : undefined) ??
    ownProperty(members, 'default') ??
    (Array.isArray(choices) ? choices[0] : undefined);
  if (said !== undefined && said !== null && typeof said !== 'object') return String(said);
  return format !== undefined && Object.hasOwn(examplesOfFormats, format)
    ? examplesOfFormats[format]
    : undefined;
}

/** A schema with the document that its `$ref`s lead into. */
export interface DescribedSchema {
  document: JsonObject;
  schema: JsonObject;
  /** JSON Pointer of the schema. */
  pointer: string;
}

/** A field inside another one: the item of a list, or a property of an object. */
export interface FieldPart extends Details {
  /** Property name; empty for the item of a list. */
  name: string;
  label: string;
  description: string;
  required: boolean;
  visibility: Visibility;
  type: InputField['type'];
  described: DescribedSchema;
}

function viewOf({ document, schema, pointer }: DescribedSchema): SchemaView {
  return viewSchema(document, { value: schema, pointer });
}

/** What the items of a list are; undefined where its schema does not say. */
export function itemPart(list: DescribedSchema): FieldPart | undefined {
  const { items } = viewOf(list);
  return items && partOf(list.document, { name: '', required: true, schema: items }, 'Item');
}

/** The properties of an object in the order of its schema, without internal ones. */
export function propertyParts(object: DescribedSchema): FieldPart[] {
  return viewOf(object)
    .properties.map((property) => partOf(object.document, property))
    .filter((part) => part.visibility !== 'internal');
}

function partOf(
  document: JsonObject,
  property: { name: string; required: boolean; schema: Located },
  label?: string,
): FieldPart {
  const view = viewSchema(document, property.schema);
  return {
    name: property.name,
    label: label ?? propertyLabel(property, view),
    description: textMember(view.members, 'description').trim(),
    required: property.required,
    visibility: visibilityOf(view.members),
    type: view.type,
    described: { document, schema: view.members, pointer: view.pointer },
    ...fieldDetails(view, ownProperty(view.members, 'default')),
  };
}

/** Type of the values of a dictionary: that of `additionalProperties`, any where it does not say. */
export function dictionaryType({ document, schema, pointer }: DescribedSchema): InputField['type'] {
  const values = ownProperty(schema, 'additionalProperties');
  if (!isJsonObject(values)) return 'any';
  return viewSchema(document, { value: values, pointer: `${pointer}/additionalProperties` }).type;
}
