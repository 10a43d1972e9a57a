// The schema of an input: its type, and its static dropdown. The values of a list are chosen from its items.
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../../json';
import { atPointer } from '../../json-pointer';
import type { DocumentChange } from '../../problem';
import { optionsOf } from '../field-details';
import type { Connector, InputField } from '../model';
import { referenceOf } from '../reference';
import { declaredType, type SchemaView, viewSchema } from '../schema-view';
import type { InputPlace } from './input-place';

const dropdownKeys = ['enum', 'x-ms-enum-values'] as const;

/** A static dropdown as makers write it: values with the names that are shown. */
export type Options = { value: JsonValue; label: string }[];

/** The dropdown of an input for editing; that of a list is the one of its items. */
export function dropdownOf(connector: Connector, input: InputField): Options | undefined {
  if (input.type !== 'array') return input.options;
  const items = viewSchema(connector.document, { value: input.schema, pointer: input.pointer }).items;
  const options = items ? optionsOf(viewSchema(connector.document, items).members) : [];
  return options.length > 0 ? options : input.options;
}

/** The type that the values of the dropdown have: that of the items for a list. */
export function dropdownType(connector: Connector, input: InputField): InputField['type'] {
  const { type, items } = viewSchema(connector.document, { value: input.schema, pointer: input.pointer });
  return type === 'array' && items ? viewSchema(connector.document, items).type : input.type;
}

/** Type and format. A list gets the items it needs, with the dropdown that the single value had. */
export function setType(
  connector: Connector,
  place: InputPlace,
  { type, format }: { type?: string; format?: string },
): DocumentChange[] {
  const changes: DocumentChange[] = [];
  if (type !== undefined) {
    const written = writtenAt(connector, place);
    const list = ownProperty(written, 'type');
    const mayBeNull = Array.isArray(list) && list.includes('null');
    changes.push({ op: 'set', at: `${place.schema}/type`, value: mayBeNull ? [type, 'null'] : type });
    changes.push({ op: 'remove', at: `${place.schema}/format` });
    if (type === 'array' && ownProperty(written, 'items') === undefined) {
      const dropdown = dropdownKeys.flatMap((key) => {
        const value = ownProperty(written, key);
        return value === undefined ? [] : [[key, value] as const];
      });
      const former = declaredType(written);
      const items: JsonObject = {
        type: dropdown.length > 0 && former !== '' ? former : 'string',
        ...Object.fromEntries(dropdown),
      };
      changes.push({ op: 'set', at: `${place.schema}/items`, value: items });
      changes.push(...dropdownKeys.map((key) => ({ op: 'remove' as const, at: `${place.schema}/${key}` })));
    }
  }
  if (format !== undefined) {
    const at = `${place.schema}/format`;
    changes.push(format === '' ? { op: 'remove', at } : { op: 'set', at, value: format });
  }
  return changes;
}

/** Sets a static dropdown, or takes it away. `type` is the type that the same edit gives, if it does. */
export function setDropdown(
  connector: Connector,
  { place, type }: { place: InputPlace; type: string | undefined },
  options: Options | undefined,
): DocumentChange[] {
  const view = viewAt(connector, place);
  if ((type ?? view.type) !== 'array') return dropdownAt(place.schema, options);
  const own = ownProperty(writtenAt(connector, place), 'items');
  const at = `${place.schema}/items`;
  const isOwn = isJsonObject(own) && referenceOf(own) === undefined;
  if (!isOwn && !options) return dropdownAt(place.schema, undefined);
  const items = view.items ? viewSchema(connector.document, view.items).members : { type: 'string' };
  return [
    ...dropdownAt(place.schema, undefined),
    ...(isOwn ? [] : [{ op: 'set' as const, at, value: items }]),
    ...dropdownAt(at, options),
  ];
}

/** The schema that is edited, as it is written: with the copy of a shared one in its place. */
function writtenAt(connector: Connector, { schema, copy }: InputPlace): JsonValue | undefined {
  return copy?.at === schema ? copy.value : atPointer(connector.document, schema);
}

function viewAt(connector: Connector, place: InputPlace): SchemaView {
  return viewSchema(connector.document, {
    value: writtenAt(connector, place) ?? {},
    pointer: place.schema,
  });
}

function dropdownAt(schema: string, options: Options | undefined): DocumentChange[] {
  if (!options) return dropdownKeys.map((key) => ({ op: 'remove', at: `${schema}/${key}` }));
  const labels = options.map(({ value, label }) => ({ value, displayName: label }));
  return [
    { op: 'set', at: `${schema}/enum`, value: options.map(({ value }) => value) },
    { op: 'set', at: `${schema}/x-ms-enum-values`, value: labels },
  ];
}
