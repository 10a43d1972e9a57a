// The items of a response schema as rows: title, description and visibility of each property can be edited.
'use client';
import { Select } from '@/components/ui/select';
import { listSchemaItems, type SchemaItem, setSchemaItem } from '@/lib/connector/edit/schema-item';
import type { Connector, OperationResponse, Visibility } from '@/lib/connector/model';
import { plainShape } from '@/lib/connector/plain-shape';
import { DraftInput } from '../store/draft-text';
import { useEditorStore } from '../store/editor-context';

const visibilities: Visibility[] = ['none', 'advanced', 'internal', 'important'];

/** What a response without named items offers. */
export function wholeText(connector: Connector, response: OperationResponse): string {
  const shape = plainShape(connector, response);
  if (shape === undefined)
    return 'Nothing is described. Import a sample to offer its fields as dynamic content.';
  if (shape === 'an object')
    return 'The answer is an object without named items. Import a sample to offer its fields as dynamic content.';
  return `The answer is ${shape}. Dynamic content offers it as a whole.`;
}

export function SchemaItems({ connector, response }: { connector: Connector; response: OperationResponse }) {
  const store = useEditorStore();
  const items = listSchemaItems(connector, response);
  if (items.length === 0) return <p className="text-small text-ink3">{wholeText(connector, response)}</p>;
  const set = (item: SchemaItem, label: string, change: Parameters<typeof setSchemaItem>[1]) =>
    store.getState().change(`${item.pointer} ${label}`, setSchemaItem(item, change));
  const uses = Math.max(...items.map((item) => item.uses));
  return (
    <div className="overflow-x-auto">
      {uses > 1 && (
        <p className="text-small text-ink2">
          {uses} operations share these items. What is changed here changes in all of them.
        </p>
      )}
      <table
        aria-label={`Items of ${response.status}`}
        className="w-full min-w-140 table-fixed border-collapse text-left"
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
            <tr key={item.path.join('/')} data-at={item.pointer} className="border-t border-line">
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
                  data-at={`${item.pointer}/description`}
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
    </div>
  );
}
