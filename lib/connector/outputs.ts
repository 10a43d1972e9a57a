// What an operation answers, as a tree of pickable fields. One response feeds it; loops and very large
// schemas end as opaque objects.
import { exampleOf } from './field-details';
import { humanise } from './label';
import type { Connector, Operation, OperationResponse, OutputField, Visibility } from './model';
import { textMember, visibilityOf } from './read/members';
import type { Located } from './reference';
import { type SchemaView, viewSchema } from './schema-view';

const fieldLimit = 4_000;
const depthLimit = 20;

/** The one response that describes the outputs; for a webhook what it delivers. */
export function outputResponse(operation: Operation): OperationResponse | undefined {
  if (operation.notification) return operation.notification;
  const { responses } = operation;
  const only = responses.length === 1 ? responses[0] : undefined;
  if (only && (/^2(\d\d|XX)$/i.test(only.status) || only.status === 'default')) return only;
  const byStatus = (status: string): OperationResponse | undefined =>
    responses.find((response) => response.status.toLowerCase() === status);
  return byStatus('200') ?? byStatus('201') ?? byStatus('2xx') ?? byStatus('default');
}

/** Body (with its parts), declared headers and the status code. Paths start below the outputs: `['body', …]`. */
export function listOutputs(connector: Connector, operation: Operation): OutputField[] {
  const response = outputResponse(operation);
  const fields = [readBody(connector, response)];
  for (const header of response?.headers ?? []) {
    const view = viewSchema(connector.document, { value: header.schema, pointer: response?.pointer ?? '' });
    const label = header.summary?.trim() || humanise(header.name);
    fields.push({ ...leaf(['headers', header.name], view, label), visibility: 'advanced' });
  }
  fields.push({
    path: ['statusCode'],
    label: 'Status code',
    description: '',
    visibility: 'advanced',
    type: 'integer',
    children: [],
  });
  return fields;
}

interface Pending {
  field: OutputField;
  view: SchemaView;
  trail: string[];
  titles: string[];
}

/** Breadth first, so that a field limit cuts the deepest parts and never the first levels. */
function readBody(connector: Connector, response: OperationResponse | undefined): OutputField {
  const schema: Located = { value: response?.schema ?? {}, pointer: response?.schemaPointer ?? '' };
  const view = viewSchema(connector.document, schema);
  const body = {
    ...leaf(['body'], view, 'Body'),
    description: textMember(view.members, 'description').trim(),
  };
  const queue: Pending[] = [{ field: body, view, trail: [view.pointer], titles: [] }];
  let count = 1;
  for (let index = 0; index < queue.length; index += 1) {
    const pending = queue[index];
    if (!pending || pending.field.path.length > depthLimit) continue;
    for (const next of listParts(connector, pending)) {
      if (count >= fieldLimit) return body;
      count += 1;
      pending.field.children.push(next.field);
      if (!pending.trail.includes(next.view.pointer))
        queue.push({ ...next, trail: [...pending.trail, next.view.pointer] });
    }
  }
  return body;
}

function listParts(connector: Connector, pending: Pending): Omit<Pending, 'trail'>[] {
  const holder = unwrapArray(connector, pending);
  if (!holder) return [];
  return holder.properties.map((property) => {
    const view = viewSchema(connector.document, property.schema);
    const title = titleOf(view, property.name);
    const titles = [...pending.titles, title];
    const field = leaf([...pending.field.path, property.name], view, titles.join(' '));
    return { field, view, titles: view.type === 'array' ? [] : titles };
  });
}

/** The object whose properties are the children: the schema itself, or the items of a list (of lists). */
function unwrapArray(connector: Connector, pending: Pending): SchemaView | undefined {
  let view = pending.view;
  for (let level = 0; view.items && view.type === 'array'; level += 1) {
    if (level > 5) return undefined;
    view = viewSchema(connector.document, view.items);
    if (pending.trail.filter((pointer) => pointer === view.pointer).length > 1) return undefined;
  }
  return view;
}

function titleOf(view: SchemaView, name: string): string {
  return (
    textMember(view.members, 'x-ms-summary').trim() ||
    textMember(view.members, 'title').trim() ||
    humanise(name)
  );
}

function leaf(path: string[], view: SchemaView, label: string): OutputField {
  const visibility: Visibility = visibilityOf(view.members);
  const field: OutputField = {
    path,
    label,
    description: textMember(view.members, 'description').trim(),
    visibility,
    type: view.type,
    children: [],
  };
  const example = exampleOf(view);
  return {
    ...field,
    ...(view.format === undefined ? {} : { format: view.format }),
    ...(example === undefined ? {} : { example }),
  };
}
