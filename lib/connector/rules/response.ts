// Rules for responses: that there is one, that one of them succeeds, and that it says what comes back.
import { toPointer } from '../../json-pointer';
import { humanise } from '../label';
import { isJsonMediaType } from '../media-type';
import { outputResponse } from '../outputs';
import { entriesOf, objectMember, textMember } from '../read/members';
import type { Located } from '../reference';
import { type SchemaView, viewSchema } from '../schema-view';
import type { CheckView, Finding, Rule } from './rule';

function* checkPresent(view: CheckView): Iterable<Finding> {
  for (const { operation } of view.operations) {
    if (operation.responses.length > 0) continue;
    yield {
      at: `${operation.pointer}/responses`,
      message: 'The operation declares no response. Add one, e.g. 200.',
    };
  }
}

function* checkStatus(view: CheckView): Iterable<Finding> {
  for (const { operation, written } of view.operations) {
    const responses = objectMember({ value: written, pointer: operation.pointer }, 'responses');
    for (const { key, located } of entriesOf(responses)) {
      if (/^([1-9]\d\d|[1-5]XX|default|x-.*)$/i.test(key)) continue;
      yield { at: located.pointer, message: `“${key}” is no status. Write a number like 200, or default.` };
    }
  }
}

function* checkSuccess(view: CheckView): Iterable<Finding> {
  for (const { operation } of view.operations) {
    const { responses } = operation;
    if (responses.length === 0 || responses.some(({ status }) => /^(2(\d\d|XX)|default)$/i.test(status)))
      continue;
    yield {
      at: `${operation.pointer}/responses`,
      message: 'No response says what success looks like. Add 200 or default.',
    };
  }
}

function* checkManySchemas(view: CheckView): Iterable<Finding> {
  for (const { operation } of view.operations) {
    const described = operation.responses.filter(
      ({ status, schema }) => schema && /^(2(\d\d|XX)|default)$/i.test(status),
    );
    if (described.length < 2) continue;
    const used = outputResponse(operation)?.status ?? 'none';
    const list = described.map(({ status }) => status).join(', ');
    yield {
      at: `${operation.pointer}/responses`,
      message: `Several responses have a schema (${list}); dynamic content comes from ${used}.`,
    };
  }
}

function* checkSchema(view: CheckView): Iterable<Finding> {
  for (const { operation } of view.operations) {
    const response = outputResponse(operation);
    if (operation.responses.length === 0 || response?.schema) continue;
    const at = response?.pointer ?? `${operation.pointer}/responses`;
    yield {
      at,
      message:
        'This operation does not describe its output, so it gives no dynamic content but its whole body.',
    };
  }
}

function* checkTitles(view: CheckView): Iterable<Finding> {
  for (const holder of listAnswered(view)) {
    const untitled = holder.properties.filter(({ schema }) => {
      const { members } = viewSchema(view.document, schema);
      return textMember(members, 'x-ms-summary') === '' && textMember(members, 'title') === '';
    });
    if (untitled.length === 0) continue;
    const changes = untitled.map(({ name, schema }) => ({
      op: 'set' as const,
      at: `${schema.pointer}/x-ms-summary`,
      value: humanise(name),
    }));
    const names = untitled
      .slice(0, 3)
      .map(({ name }) => name)
      .join(', ');
    const more = untitled.length > 3 ? ` and ${untitled.length - 3} more` : '';
    yield {
      at: holder.pointer,
      message: `Parts of the response have no title: ${names}${more}.`,
      fix: { label: 'Use their names', safe: true, changes },
    };
  }
}

/** Every object that dynamic content comes from, at any depth, each once. */
function* listAnswered({ document, operations }: CheckView): Iterable<SchemaView> {
  const queue: Located[] = operations.flatMap(({ operation }) => {
    const response = outputResponse(operation);
    return response?.schema ? [{ value: response.schema, pointer: response.schemaPointer ?? '' }] : [];
  });
  const seen = new Set<string>();
  for (let index = 0; index < queue.length; index += 1) {
    const schema = queue[index];
    const holder = schema && viewSchema(document, schema);
    if (!holder || seen.has(holder.pointer)) continue;
    seen.add(holder.pointer);
    yield holder;
    if (holder.items) queue.push(holder.items);
    for (const property of holder.properties) queue.push(property.schema);
  }
}

function* checkProduces(view: CheckView): Iterable<Finding> {
  for (const { operation } of view.operations) {
    const others = operation.produces.filter((type) => !isJsonMediaType(type));
    const [first] = others;
    if (first === undefined || others.length === operation.produces.length) continue;
    const at =
      view.connector.dialect === '2.0'
        ? operation.pointer + toPointer(['produces'])
        : `${operation.pointer}/responses`;
    yield { at, message: `The answer may also be ${others.join(', ')}; JSON is asked for.` };
  }
}

export const responseRules: Rule[] = [
  { code: 'CONN2301', name: 'OperationMustHaveResponse', severity: 'error', find: checkPresent },
  { code: 'CONN2302', name: 'ResponseMustBeDefaultOrHttpStatusCode', severity: 'error', find: checkStatus },
  {
    code: 'CONN2303',
    name: 'OperationShouldHaveSuccessfulResponse',
    severity: 'warning',
    find: checkSuccess,
  },
  {
    code: 'CONN2304',
    name: 'OperationHasManyResponsesWithSchema',
    severity: 'warning',
    find: checkManySchemas,
  },
  { code: 'CONN2305', name: 'ResponseSchemaMissing', severity: 'hint', find: checkSchema },
  { code: 'CONN2306', name: 'ResponseTitleMissing', severity: 'hint', find: checkTitles },
  { code: 'CONN2307', name: 'ProducesOtherTypes', severity: 'hint', find: checkProduces },
];
