// The items of a response schema as rows: title, description and visibility of each property can be edited.
'use client';
import { Select } from '@/components/ui/select';
import { listSchemaItems, type SchemaItem, setSchemaItem } from '@/lib/connector/edit/schema-item';
import type { Connector, OperationResponse, Visibility } from '@/lib/connector/model';
import { plainShape } from '@/lib/connector/plain-shape';
import { DraftInput } from './draft-text';
import { useEditorStore } from './editor-context';

const visibilities: Visibility[] = ['none', 'advanced', 'internal', 'important'];

export function SchemaItems({ connector, response }: { connector: Connector; response: OperationResponse }) {
  const store = useEditorStore();
  const items = listSchemaItems(connector, response);
  if (items.length === 0) {
    const shape = plainShape(connector, response);
    return (
      <p className="text-small text-ink3">
        {shape
          ? `The answer is ${shape}. Dynamic content offers it as a whole.`
          : 'Nothing is described. Import a sample to offer its fields as dynamic content.'}
      </p>
    );
  }
  const set = (item: SchemaItem, label: string, change: Parameters<typeof setSchemaItem>[1]) =>
    store.getState().change(`${item.pointer} ${label}`, setSchemaItem(item, change));
  return (
    <table
      aria-label={`Items of ${response.status}`}
      className="w-full table-fixed border-collapse text-left"
    >
      <thead className="text-small text-ink3">
        <tr>
          <th className="w-[34%] py-1 font-medium">Item</th>
          <th className="py-1 font-medium">Title</th>
          <th className="py-1 font-medium">Description</th>
          <th className="w-32 py-1 font-medium">Visibility</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.path.join('/')} className="border-t border-line">
            <td className="truncate py-1 pr-2" style={{ paddingLeft: `${(item.path.length - 1) * 12}px` }}>
              <code>{item.path.at(-1)}</code> <span className="text-small text-ink3">{item.type}</span>
            </td>
            <td className="py-1 pr-2">
              <DraftInput
                aria-label={`Title of ${item.path.join('.')}`}
                placeholder={item.label}
                value={item.title}
                onCommit={(title) => set(item, 'title', { title })}
              />
            </td>
            <td className="py-1 pr-2">
              <DraftInput
                aria-label={`Description of ${item.path.join('.')}`}
                value={item.description}
                onCommit={(description) => set(item, 'description', { description })}
              />
            </td>
            <td className="py-1">
              <Select
                size="small"
                label={`Visibility of ${item.path.join('.')}`}
                value={item.visibility}
                onValueChange={(visibility) =>
                  set(item, 'visibility', { visibility: visibility as Visibility })
                }
                options={visibilities.map((value) => ({ value, label: value }))}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
