// The items of a response schema as editable rows; loops and very deep parts are left out.
import type { DocumentChange } from '../../problem';
import { humanise } from '../label';
import type { Connector, OperationResponse, Visibility } from '../model';
import { textMember, visibilityOf } from '../read/members';
import { type FieldType, type SchemaView, viewSchema } from '../schema-view';
import { visibilityChange } from './operation';
import { countSharing } from './sharing';

export interface SchemaItem {
  /** Property names from the root; the items of a list add none. */
  path: string[];
  type: FieldType;
  /** x-ms-summary or title as written. */
  title: string;
  /** What is shown while there is no title. */
  label: string;
  description: string;
  visibility: Visibility;
  /** JSON Pointer of the property's schema, or of its reference. */
  pointer: string;
  /** How many operations a change of the item reaches. */
  uses: number;
}

const itemLimit = 500;
const depthLimit = 8;

/** Every property of a response's schema, depth first. */
export function listSchemaItems(connector: Connector, response: OperationResponse): SchemaItem[] {
  const items: SchemaItem[] = [];
  const walk = (view: SchemaView, path: string[], trail: string[]): void => {
    const holder = view.items ? viewSchema(connector.document, view.items) : view;
    if (path.length >= depthLimit || trail.includes(holder.pointer)) return;
    for (const property of holder.properties) {
      if (items.length >= itemLimit) return;
      const inner = viewSchema(connector.document, property.schema);
      const itemPath = [...path, property.name];
      items.push({
        path: itemPath,
        type: inner.type,
        title: textMember(inner.members, 'x-ms-summary') || textMember(inner.members, 'title'),
        label: humanise(property.name),
        description: textMember(inner.members, 'description'),
        visibility: visibilityOf(inner.members),
        pointer: property.schema.pointer,
        uses: countSharing(connector, property.schema.pointer),
      });
      walk(inner, itemPath, [...trail, holder.pointer]);
    }
  };
  if (!response.schema) return items;
  walk(
    viewSchema(connector.document, { value: response.schema, pointer: response.schemaPointer ?? '' }),
    [],
    [],
  );
  return items;
}

/** Sets the texts of one item; an empty title is taken away, so that the name is shown. */
export function setSchemaItem(
  item: Pick<SchemaItem, 'pointer'>,
  change: { title?: string; description?: string; visibility?: Visibility },
): DocumentChange[] {
  const changes: DocumentChange[] = [];
  if (change.title !== undefined) {
    const at = `${item.pointer}/x-ms-summary`;
    changes.push(change.title === '' ? { op: 'remove', at } : { op: 'set', at, value: change.title });
  }
  if (change.description !== undefined) {
    changes.push({ op: 'set', at: `${item.pointer}/description`, value: change.description });
  }
  if (change.visibility !== undefined) changes.push(visibilityChange(item.pointer, change.visibility));
  return changes;
}
