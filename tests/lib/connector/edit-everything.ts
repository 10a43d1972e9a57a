// A maker who edits everything that can be edited, and what the connector then says at each of those places.
import { type InputChange, setInput } from '@/lib/connector/edit/input';
import { setOperation } from '@/lib/connector/edit/operation';
import { listSchemaItems, setSchemaItem } from '@/lib/connector/edit/schema-item';
import { listInputs } from '@/lib/connector/inputs';
import type { Connector, InputField, Operation } from '@/lib/connector/model';
import { applyChanges } from '@/lib/document/change';
import type { JsonObject, JsonValue } from '@/lib/json';
import type { DocumentChange } from '@/lib/problem';
import { read } from './said-by';

const deep = 9;

/** The document with a text, a visibility, a default and a dropdown of the maker's own at every place. */
export function editEverything(document: JsonObject): JsonObject {
  let current = document;
  const edit = (change: (connector: Connector) => DocumentChange[]): void => {
    current = applyChanges(current, change(read(current)));
  };
  const find = (connector: Connector, id: string): Operation => {
    const found = connector.operations.find((operation) => operation.id === id);
    if (!found) throw new Error(`no operation ${id}`);
    return found;
  };
  for (const { id, ...operation } of read(document).operations) {
    edit((connector) =>
      setOperation(connector, find(connector, id), {
        summary: `Summary of ${id}`,
        description: `Description of ${id}`,
        visibility: 'important',
      }),
    );
    for (const { key } of listInputs(read(document), { id, ...operation }, { bodyDepth: deep })) {
      edit((connector) => {
        const input = inputOf(connector, find(connector, id), key);
        return setInput({ connector, operation: find(connector, id), input, change: everythingOf(input) });
      });
    }
    for (const { status } of operation.responses) {
      edit((connector) => {
        const response = find(connector, id).responses.find((other) => other.status === status);
        return (response ? listSchemaItems(connector, response) : []).flatMap((item) =>
          setSchemaItem(item, {
            title: `Title of ${item.path.join('.')}`,
            description: `Description of ${item.path.join('.')}`,
            visibility: 'advanced',
          }),
        );
      });
    }
  }
  return current;
}

function everythingOf({ key, type }: InputField): InputChange {
  const samples: Partial<Record<InputField['type'], JsonValue>> = { integer: 7, number: 7, boolean: true };
  const value = samples[type] ?? 'x';
  return {
    summary: `Summary of ${key}`,
    description: `Description of ${key}`,
    visibility: 'advanced',
    ...(type !== 'array' && type !== 'object' && { default: value, options: [{ value, label: 'X' }] }),
  };
}

function inputOf(connector: Connector, operation: Operation, key: string): InputField {
  const found = listInputs(connector, operation, { bodyDepth: deep }).find((input) => input.key === key);
  if (!found) throw new Error(`no input ${key} of ${operation.id}`);
  return found;
}

/** Place by place what a maker can edit, as text. */
export function editableTexts(document: JsonObject): Map<string, string> {
  const connector = read(document);
  const texts = new Map<string, string>();
  for (const operation of connector.operations) {
    const { id, summary, description, visibility } = operation;
    texts.set(id, JSON.stringify([summary, description, visibility]));
    for (const input of listInputs(connector, operation, { bodyDepth: deep })) {
      const facts = [input.label, input.description, input.visibility, input.default, input.options];
      texts.set(`${id} takes ${input.key}`, JSON.stringify(facts));
    }
    for (const response of operation.responses) {
      for (const { path, title, description: text, visibility: shown } of listSchemaItems(
        connector,
        response,
      ))
        texts.set(`${id} gives ${response.status} ${path.join('.')}`, JSON.stringify([title, text, shown]));
    }
  }
  return texts;
}
