// Random edits for laws of the update: what a maker does in the editor, and what the author of a file does between two
// versions of it. Picks are numbers, so that an edit fits whatever the document holds by then.
import fc from 'fast-check';
import { setRequestFromSample, setResponseFromSample } from '@/lib/connector/edit/from-sample';
import { setGeneral } from '@/lib/connector/edit/general';
import { type InputChange, removeInput, setInput } from '@/lib/connector/edit/input';
import { addOperation, removeOperation, setOperation } from '@/lib/connector/edit/operation';
import { addResponse, removeResponse } from '@/lib/connector/edit/response';
import { listSchemaItems, setSchemaItem } from '@/lib/connector/edit/schema-item';
import { listInputs } from '@/lib/connector/inputs';
import type { Connector, InputField, Operation, Visibility } from '@/lib/connector/model';
import { readConnector } from '@/lib/connector/read-connector';
import { applyChanges } from '@/lib/document/change';
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '@/lib/json';
import { atPointer } from '@/lib/json-pointer';
import type { DocumentChange } from '@/lib/problem';

export interface RandomEdit {
  kind: number;
  operation: number;
  part: number;
  text: number;
}

/** Up to `most` edits. */
export function randomEdits(most: number): fc.Arbitrary<RandomEdit[]> {
  const pick = fc.nat(10_000);
  return fc.array(fc.record({ kind: pick, operation: pick, part: pick, text: pick }), { maxLength: most });
}

const visibilities: Visibility[] = ['none', 'advanced', 'internal', 'important'];

function at<T>(list: readonly T[], pick: number): T | undefined {
  return list.length === 0 ? undefined : list[pick % list.length];
}

interface Aimed {
  connector: Connector;
  operation: Operation;
  edit: RandomEdit;
}

function inputAt({ connector, operation, edit }: Aimed): InputField | undefined {
  return at(listInputs(connector, operation), edit.part);
}

function editInput(aimed: Aimed, change: (input: InputField, text: string) => InputChange): DocumentChange[] {
  const input = inputAt(aimed);
  if (!input) return [];
  const { connector, operation, edit } = aimed;
  return setInput({ connector, operation, input, change: change(input, `Mine ${edit.text}`) });
}

function sampleOf({ type }: InputField, text: string): JsonValue {
  if (type === 'integer' || type === 'number') return text.length;
  return type === 'boolean' ? true : text;
}

type Maker = (aimed: Aimed) => DocumentChange[];

const describing: Maker[] = [
  ({ connector, operation, edit }) => setOperation(connector, operation, { summary: `Mine ${edit.text}` }),
  ({ connector, operation, edit }) =>
    setOperation(connector, operation, { description: `Mine ${edit.text}` }),
  ({ connector, operation, edit }) =>
    setOperation(connector, operation, { visibility: at(visibilities, edit.text) ?? 'none' }),
  (aimed) => editInput(aimed, (_input, text) => ({ summary: text, description: `${text}.` })),
  (aimed) => editInput(aimed, () => ({ visibility: at(visibilities, aimed.edit.text) ?? 'none' })),
  (aimed) => editInput(aimed, (input, text) => ({ default: sampleOf(input, text) })),
  (aimed) =>
    editInput(aimed, (input, text) => ({ options: [{ value: sampleOf(input, text), label: text }] })),
  ({ connector, operation, edit }) => {
    const items = operation.responses.flatMap((response) => listSchemaItems(connector, response));
    const item = at(items, edit.part);
    return item ? setSchemaItem(item, { title: `Mine ${edit.text}`, description: `Mine ${edit.text}.` }) : [];
  },
];

const shaping: Maker[] = [
  ({ connector, operation, edit }) => setOperation(connector, operation, { id: `Mine${edit.text}` }),
  (aimed) => editInput(aimed, (input) => ({ required: !input.required })),
  (aimed) => editInput(aimed, () => ({ type: aimed.edit.text % 2 === 0 ? 'string' : 'array' })),
  (aimed) => {
    const input = inputAt(aimed);
    return input ? removeInput({ ...aimed, input }) : [];
  },
  ({ connector, operation }) => removeOperation(connector, operation),
  ({ connector, edit }) => {
    const sample = { method: 'GET', url: `/mine/${edit.text}`, headers: [], body: undefined };
    const made = addOperation(connector, { id: `Own${edit.text}`, summary: 'Own', sample });
    return made.ok ? made.changes : [];
  },
  ({ connector, operation, edit }) => addResponse(connector, operation, String(400 + (edit.part % 100))),
  ({ operation, edit }) => {
    const response = at(operation.responses, edit.part);
    return response ? removeResponse(operation, response) : [];
  },
  ({ connector, operation, edit }) =>
    setResponseFromSample({
      connector,
      operation,
      status: '200',
      sample: { headers: [], body: { [`own${edit.text}`]: 1 } },
    }),
  ({ connector, operation, edit }) =>
    setRequestFromSample({
      connector,
      operation,
      sample: { url: `/x?own${edit.text}=1`, headers: [], body: undefined },
    }),
  ({ connector, edit }) =>
    setGeneral(connector, { host: `mine${edit.text}.example.test`, basePath: '/mine' }),
];

function applyAll(document: JsonObject, edits: readonly RandomEdit[], kinds: readonly Maker[]): JsonObject {
  return edits.reduce((current, edit) => {
    const { connector } = readConnector(current);
    const operation = connector && at(connector.operations, edit.operation);
    const change = at(kinds, edit.kind);
    return connector && operation && change
      ? applyChanges(current, change({ connector, operation, edit }))
      : current;
  }, document);
}

/** Texts, visibility, defaults and dropdowns only. */
export function describeAsMaker(document: JsonObject, edits: readonly RandomEdit[]): JsonObject {
  return applyAll(document, edits, describing);
}

/** Anything that the editor can do. */
export function editAsMaker(document: JsonObject, edits: readonly RandomEdit[]): JsonObject {
  return applyAll(document, edits, [...describing, ...shaping]);
}

/** A later version of the file: other texts, IDs and places, more, fewer, shared and reordered parameters. */
export function editAsAuthor(document: JsonObject, edits: readonly RandomEdit[]): JsonObject {
  return applyAll(document, edits, authoring);
}

function parametersOf({ connector, operation }: Aimed): JsonValue[] {
  const list = ownProperty(atPointer(connector.document, operation.pointer), 'parameters');
  return Array.isArray(list) ? list : [];
}

function setParameters({ operation }: Aimed, value: JsonValue[]): DocumentChange[] {
  return [{ op: 'set', at: `${operation.pointer}/parameters`, value }];
}

const authoring: Maker[] = [
  ({ connector, operation, edit }) =>
    setOperation(connector, operation, {
      summary: `Theirs ${edit.text}`,
      description: `Theirs ${edit.text}.`,
    }),
  (aimed) => editInput(aimed, () => ({ summary: `Theirs ${aimed.edit.text}`, description: 'Theirs' })),
  ({ connector, operation, edit }) => setOperation(connector, operation, { id: `Theirs${edit.text}` }),
  ({ connector, operation, edit }) => {
    const value = atPointer(connector.document, operation.pointer) ?? null;
    const path = `/moved${edit.text}${operation.path}`;
    const method = operation.method.toLowerCase();
    return [
      ...removeOperation(connector, operation),
      {
        op: 'set',
        at: `/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        value: { [method]: value },
      },
    ];
  },
  (aimed) => {
    const { dialect } = aimed.connector;
    const own = dialect === '2.0' ? { type: 'string' } : { schema: { type: 'string' } };
    const added: JsonObject = { name: `theirs${aimed.edit.text}`, in: 'query', ...own };
    return setParameters(aimed, [added, ...parametersOf(aimed)]);
  },
  (aimed) => setParameters(aimed, parametersOf(aimed).toReversed()),
  (aimed) => {
    const list = parametersOf(aimed);
    const index = aimed.edit.part % Math.max(list.length, 1);
    const value = list[index];
    if (!isJsonObject(value) || value.$ref !== undefined) return [];
    const name = `shared${aimed.edit.text}`;
    const place = aimed.connector.dialect === '2.0' ? '/parameters' : '/components/parameters';
    return [
      { op: 'set', at: `${place}/${name}`, value },
      {
        op: 'set',
        at: `${aimed.operation.pointer}/parameters/${index}`,
        value: { $ref: `#${place}/${name}` },
      },
    ];
  },
  (aimed) => {
    const input = inputAt(aimed);
    return input && input.parameter.in !== 'body' ? removeInput({ ...aimed, input }) : [];
  },
  ({ connector, operation }) =>
    connector.operations.length > 2 ? removeOperation(connector, operation) : [],
  ({ connector, edit }) => {
    const sample = { method: 'GET', url: `/theirs/${edit.text}`, headers: [], body: undefined };
    const made = addOperation(connector, { id: `New${edit.text}`, summary: 'New', sample });
    return made.ok ? made.changes : [];
  },
  ({ connector, edit }) => setGeneral(connector, { host: `theirs${edit.text}.example.test` }),
  renameSchema,
];

/** The author calls a shared schema by another name. */
function renameSchema({ connector, edit }: Aimed): DocumentChange[] {
  const place = connector.dialect === '2.0' ? '/definitions' : '/components/schemas';
  const schemas = atPointer(connector.document, place);
  const name = at(Object.keys(isJsonObject(schemas) ? schemas : {}), edit.part);
  if (name === undefined || !/^\w+$/.test(name)) return [];
  const text = JSON.stringify(connector.document).replaceAll(
    `"$ref":"#${place}/${name}"`,
    `"$ref":"#${place}/${name}Dto"`,
  );
  const renamed: JsonObject = JSON.parse(text);
  const value = atPointer(renamed, `${place}/${name}`) ?? null;
  return [
    ...Object.entries(renamed).map(
      ([key, member]): DocumentChange => ({ op: 'set', at: `/${key}`, value: member }),
    ),
    { op: 'set', at: `${place}/${name}Dto`, value },
    { op: 'remove', at: `${place}/${name}` },
  ];
}
