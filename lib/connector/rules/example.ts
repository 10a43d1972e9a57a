// Rules that compare examples with what a definition says of them: numbers that are written as texts.
import { isJsonObject, type JsonValue, ownProperty } from '../../json';
import { entriesOf, objectMember, textMember } from '../read/members';
import type { Located } from '../reference';
import { type SchemaView, viewSchema } from '../schema-view';
import type { CheckView, Finding, Rule } from './rule';

const depthLimit = 6;
const number = /^-?(0|[1-9]\d{0,14})(\.\d+)?$/;
/** Digits that are no amount: nobody adds them up. */
const digitsOnly =
  /(id|ids|key|code|number|no|phone|mobile|fax|zip|postal|pin|version|year|account|iban|vat)$/i;

function* checkNumbers(view: CheckView): Iterable<Finding> {
  for (const { kind, value, pointer } of view.parts) {
    if (kind === 'schema') {
      const example = ownProperty(value, 'example') ?? ownProperty(value, 'x-example');
      if (example !== undefined) yield* compare(view, { schema: { value, pointer }, example }, 0);
    }
    const schema = kind === 'response' || kind === 'media type' ? ownProperty(value, 'schema') : undefined;
    if (schema === undefined) continue;
    for (const example of listExamples({ value, pointer }))
      yield* compare(view, { schema: { value: schema, pointer: `${pointer}/schema` }, example }, 0);
  }
}

/** `examples` of a 2.0 response, `example` and `examples` of a 3.x media type. */
function listExamples(holder: Located): JsonValue[] {
  const one = ownProperty(holder.value, 'example');
  const several = entriesOf(objectMember(holder, 'examples')).map(
    ({ located }) => ownProperty(located.value, 'value') ?? located.value,
  );
  return one === undefined ? several : [one, ...several];
}

interface Compared {
  schema: Located;
  example: JsonValue;
}

function* compare(view: CheckView, { schema, example }: Compared, depth: number): Iterable<Finding> {
  if (depth > depthLimit) return;
  const own = viewSchema(view.document, schema);
  if (typeof example === 'string') {
    if (isNumberAsText(own, example)) yield tell(own, example);
  } else if (Array.isArray(example)) {
    const [first] = example;
    if (own.items && first !== undefined)
      yield* compare(view, { schema: own.items, example: first }, depth + 1);
  } else if (isJsonObject(example)) {
    for (const property of own.properties) {
      const member = ownProperty(example, property.name);
      if (member !== undefined) yield* compare(view, { schema: property.schema, example: member }, depth + 1);
    }
  }
}

function isNumberAsText({ type, format, members, pointer }: SchemaView, example: string): boolean {
  if (type !== 'string' || format !== undefined || ownProperty(members, 'enum') !== undefined) return false;
  const name = textMember(members, 'name') || (pointer.split('/').at(-1) ?? '');
  return number.test(example) && !digitsOnly.test(name);
}

function tell({ pointer }: SchemaView, example: string): Finding {
  const at = `${pointer}/type`;
  return {
    at,
    message: `The example “${example}” is a number, and the type is a text. If it is one to reckon with, say number.`,
    fix: { label: 'Use number', safe: false, changes: [{ op: 'set', at, value: 'number' }] },
  };
}

export const exampleRules: Rule[] = [
  { code: 'CONN2415', name: 'NumberAsText', severity: 'hint', find: checkNumbers },
];
