// What a connector says of its operations, place by place, whatever the dialect and however its schemas are shared. An
// update is judged by this: what a maker said of a place must be said of the same place afterwards.
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../../json';
import { atPointer, toPointer } from '../../json-pointer';
import type { PlacedInput } from '../edit/input-place';
import { optionsOf } from '../field-details';
import type { Connector, Operation, OperationResponse, Parameter, Visibility } from '../model';
import { entriesOf, objectMember, textMember, visibilityOf } from '../read/members';
import type { Located } from '../reference';
import { type SchemaView, viewSchema } from '../schema-view';
import { isMakersOwn } from './meaning';

/** Named statements; what is not said is absent. */
export type Facts = Record<string, JsonValue>;

export interface Described {
  /** By meaning: '' for the operation itself, `query status`, `body/invoice/amount`, `200/invoices/amount`. */
  key: string;
  part: 'operation' | 'parameter' | 'response' | 'schema';
  /** As people call it, below its operation: `['body', 'invoice', 'amount']`. */
  names: string[];
  /** JSON Pointer of the object that carries the texts. */
  pointer: string;
  facts: Facts;
  /** Where edits of an input go. */
  input?: PlacedInput;
}

const depthLimit = 8;
const propertyLimit = 500;

/** Everything that is said of one operation, the operation itself first. */
export function describeOperation(connector: Connector, operation: Operation): Described[] {
  const own: Described = {
    key: '',
    part: 'operation',
    names: [],
    pointer: operation.pointer,
    facts: operationFacts(connector, operation),
  };
  const answers = [...operation.responses, ...(operation.notification ? [operation.notification] : [])];
  return [
    own,
    ...operation.parameters.flatMap((parameter) => describeParameter(connector, parameter)),
    ...answers.flatMap((response) => describeResponse(connector, response)),
  ];
}

/** Everything that is said in a named schema. */
export function describeSchema(connector: Connector, name: string, schema: Located): Described[] {
  const view = viewSchema(connector.document, schema);
  const root: Described = {
    key: name,
    part: 'schema',
    names: [name],
    pointer: schema.pointer,
    facts: schemaFacts(connector, view),
  };
  return [root, ...describeProperties(connector, root, view)];
}

/** The named schemas of a document: `definitions` of 2.0, `components.schemas` of 3.x. */
export function namedSchemas({ document, dialect }: Connector): { name: string; schema: Located }[] {
  const root: Located = { value: document, pointer: '' };
  const holder = dialect === '2.0' ? root : objectMember(root, 'components');
  const schemas = holder && objectMember(holder, dialect === '2.0' ? 'definitions' : 'schemas');
  return entriesOf(schemas).map(({ key, located }) => ({ name: key, schema: located }));
}

function operationFacts({ document }: Connector, operation: Operation): Facts {
  const { kind, trigger, method, path, deprecated, requestContentType, produces } = operation;
  return said({
    summary: operation.summary,
    description: operation.description,
    visibility: operation.visibility,
    address: `${method} ${path}`,
    kind: kind === 'trigger' && trigger === 'batch' ? 'batch trigger' : kind,
    deprecated: deprecated && 'yes',
    'request type': requestContentType,
    'answer types': produces.join(', '),
    ...extensionsOf(atPointer(document, operation.pointer)),
  });
}

function describeParameter(connector: Connector, parameter: Parameter): Described[] {
  const { name, pointer } = parameter;
  const view = viewSchema(connector.document, { value: parameter.schema, pointer: parameter.schemaPointer });
  const key = parameter.in === 'body' ? 'body' : `${parameter.in} ${parameter.name}`;
  const root: Described = {
    key,
    part: 'parameter',
    names: [name],
    pointer,
    input: { parameter, path: [], pointer },
    facts: said({
      ...schemaFacts(connector, view),
      ...extensionsOf(atPointer(connector.document, pointer)),
      summary: parameter.summary ?? textMember(view.members, 'title'),
      description: parameter.description,
      visibility: parameter.visibility,
      required: parameter.required && 'yes',
      default: parameter.default,
    }),
  };
  const inner = describeProperties(connector, root, view).map((property) => {
    const path = property.names.slice(1);
    return { ...property, input: { parameter, path, pointer: property.pointer } };
  });
  return [root, ...(parameter.in === 'body' ? inner : [])];
}

function describeResponse(connector: Connector, response: OperationResponse): Described[] {
  const { status, description, pointer, schema, schemaPointer = '' } = response;
  const view = schema && viewSchema(connector.document, { value: schema, pointer: schemaPointer });
  const type = view?.type;
  const root: Described = {
    key: status,
    part: 'response',
    names: [status],
    pointer,
    facts: said({ ...extensionsOf(atPointer(connector.document, pointer)), description, type }),
  };
  return [root, ...(view ? describeProperties(connector, root, view) : [])];
}

/** Depth first; the items of a list add no name, and loops end where they begin again. */
function describeProperties(connector: Connector, root: Described, start: SchemaView): Described[] {
  const found: Described[] = [];
  const walk = (view: SchemaView, parent: Described, trail: readonly string[]): void => {
    const holder = view.items ? viewSchema(connector.document, view.items) : view;
    if (trail.length >= depthLimit || trail.includes(holder.pointer)) return;
    for (const { name, required, schema } of holder.properties) {
      if (found.length >= propertyLimit) return;
      const inner = viewSchema(connector.document, schema);
      const property: Described = {
        key: parent.key + toPointer([name]),
        part: root.part,
        names: [...parent.names, name],
        pointer: schema.pointer,
        facts: said({ ...schemaFacts(connector, inner), required: required && 'yes' }),
      };
      found.push(property);
      walk(inner, property, [...trail, holder.pointer]);
    }
  };
  walk(start, root, []);
  return found;
}

function schemaFacts({ document }: Connector, { members, type, format, items }: SchemaView): Facts {
  const values = type === 'array' && items ? viewSchema(document, items).members : members;
  const options = optionsOf(values).map(({ value, label }) => ({ value, label }));
  return said({
    ...extensionsOf(members),
    summary: textMember(members, 'x-ms-summary') || textMember(members, 'title'),
    description: textMember(members, 'description'),
    visibility: visibilityOf(members),
    default: ownProperty(members, 'default'),
    dropdown: options.length > 0 && options,
    type: type === 'any' ? undefined : type,
    format,
  });
}

const named = new Set(['x-ms-summary', 'x-ms-visibility', 'x-ms-enum-values', 'x-ms-parameter-name']);

function extensionsOf(value: JsonValue | undefined): JsonObject {
  if (!isJsonObject(value)) return {};
  const own = Object.entries(value).filter(
    ([key]) => key.startsWith('x-ms-') && isMakersOwn(key) && !named.has(key),
  );
  return Object.fromEntries(own);
}

/** Without what says nothing: no text, no visibility, nothing. */
function said(facts: Record<string, JsonValue | undefined | false>): Facts {
  const none: Visibility = 'none';
  const entries = Object.entries(facts).flatMap(([name, value]): [string, JsonValue][] => {
    const isSilent = value === undefined || value === '' || value === false || value === none;
    // A default may be false or the empty text.
    if (name === 'default' ? value === undefined : isSilent) return [];
    return [[name, value as JsonValue]];
  });
  return Object.fromEntries(entries);
}
