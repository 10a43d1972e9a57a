// A JSON Schema written inside a flow (of a trigger, of Parse JSON) as output fields.
import { exampleOf } from '../connector/field-details';
import { humanise } from '../connector/label';
import type { OutputField } from '../connector/model';
import { type SchemaView, viewSchema } from '../connector/schema-view';
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../json';

const deepest = 12;
const most = 2_000;

/** One field for the value a schema describes, with its parts as children. `path` is where the value lies in the outputs. */
export function fieldOfSchema(schema: JsonValue | undefined, path: string[], label: string): OutputField {
  const document: JsonObject = isJsonObject(schema) ? schema : {};
  const view = viewSchema(document, { value: document, pointer: '' });
  return describe({ document, view, path, label, budget: { left: most } });
}

interface Describing {
  document: JsonObject;
  view: SchemaView;
  path: string[];
  label: string;
  budget: { left: number };
}

function describe({ document, view, path, label, budget }: Describing): OutputField {
  budget.left -= 1;
  const holder = view.type === 'array' && view.items ? viewSchema(document, view.items) : view;
  const open = path.length < deepest && budget.left > 0;
  const description = ownProperty(view.members, 'description');
  const example = exampleOf(view);
  return {
    path,
    label,
    description: typeof description === 'string' ? description : '',
    visibility: 'none',
    type: view.type,
    ...(view.format === undefined ? {} : { format: view.format }),
    ...(example === undefined ? {} : { example }),
    children: open
      ? holder.properties.map((property) => {
          const inner = viewSchema(document, property.schema);
          const title = ownProperty(inner.members, 'title');
          const name = typeof title === 'string' && title !== '' ? title : humanise(property.name);
          return describe({ document, view: inner, path: [...path, property.name], label: name, budget });
        })
      : [],
  };
}
