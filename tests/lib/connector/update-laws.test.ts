// Laws of the update from a file, over random edits of real definitions: an unchanged file changes nothing; a changed
// one keeps everything that a maker said of a place that is still there, and tells what it cannot keep.
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listSchemaItems } from '@/lib/connector/edit/schema-item';
import { listInputs } from '@/lib/connector/inputs';
import type { Connector, Operation } from '@/lib/connector/model';
import { parseDefinition } from '@/lib/connector/parse-definition';
import { previewUpdate } from '@/lib/connector/update';
import type { JsonObject, JsonValue } from '@/lib/json';
import { openApiDocument } from '@/samples/contoso-invoicing/openapi';
import { swaggerDocument } from '@/samples/contoso-invoicing/swagger';
import { sharedFolder } from '../../support/shared-folder';
import { describeAsMaker, editAsAuthor, editAsMaker, type RandomEdit, randomEdits } from './random-edits';
import { read } from './said-by';

const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value));

function published(name: string): [string, JsonObject][] {
  const file = `${sharedFolder()}data/connectors/${name}/apiDefinition.swagger.json`;
  const parsed = existsSync(file) ? parseDefinition(readFileSync(file, 'utf8')) : undefined;
  return parsed?.ok ? [[name, parsed.document]] : [];
}

const definitions: [string, JsonObject][] = [
  ['the sample in 2.0', plain(swaggerDocument('127.0.0.1:5080'))],
  ['the sample in 3.1', plain(openApiDocument('127.0.0.1:5080'))],
  ...published('certified__Airmeet'),
  ...published('certified__BulkSMS'),
  ...published('independent__Atlassian-Jira'),
];

/** Everything that a maker can say of an operation, by place; what is not said is absent. */
function saidOf(connector: Connector, operation: Operation): Map<string, JsonValue> {
  const said = new Map<string, JsonValue>();
  const say = (place: string, facts: Record<string, JsonValue | undefined>): void => {
    for (const [name, value] of Object.entries(facts))
      if (value !== undefined && value !== '' && value !== 'none') said.set(`${place} ${name}`, value);
  };
  const { summary, description, visibility } = operation;
  say('', { summary, description, visibility });
  for (const input of listInputs(connector, operation)) {
    const { parameter, path, schema } = input;
    const isOwn = path.length === 0;
    const place = [parameter.in, ...(parameter.in === 'body' ? path : [parameter.name])].join(' ');
    say(place, {
      summary: isOwn ? parameter.summary : schema['x-ms-summary'],
      description: isOwn ? parameter.description : schema.description,
      visibility: isOwn ? parameter.visibility : schema['x-ms-visibility'],
      default: input.default,
      options: input.options && plain(input.options),
    });
    // A place without any text is a place all the same.
    said.set(place, true);
  }
  for (const response of operation.responses) {
    for (const item of listSchemaItems(connector, response)) {
      const place = `${response.status} ${item.path.join(' ')}`;
      say(place, { title: item.title, description: item.description, visibility: item.visibility });
      said.set(place, true);
    }
  }
  return said;
}

const law = { numRuns: 100, seed: 20 };

/** Author's edits of IDs and paths, as the oracle follows them. */
function partnerOf(
  operations: readonly Operation[],
  mine: Operation,
  former: readonly Operation[],
): Operation | undefined {
  const byId = operations.find(({ id }) => id === mine.id);
  if (byId) return byId;
  const isKnown = former.some(({ id }) => id === mine.id);
  return isKnown
    ? operations.find(({ method, path }) => method === mine.method && path === mine.path)
    : undefined;
}

function check(source: JsonObject, makers: RandomEdit[], authors: RandomEdit[]): void {
  const definition = describeAsMaker(source, makers);
  const incoming = editAsAuthor(source, authors);
  const { result, lost } = previewUpdate({ source, definition, incoming });
  const [base, mine, theirs, after] = [source, definition, incoming, result].map(read) as [
    Connector,
    Connector,
    Connector,
    Connector,
  ];
  const tellable = new Set(lost.map(({ after: value }) => JSON.stringify(value)));
  for (const operation of mine.operations) {
    const origin = base.operations.find(({ id }) => id === operation.id);
    const partner = partnerOf(after.operations, operation, base.operations);
    const before = origin ? saidOf(base, origin) : new Map<string, JsonValue>();
    // An operation that the file dropped is listed as removed, with all that it said.
    if (!partner) continue;
    const now = saidOf(after, partner);
    for (const [place, value] of saidOf(mine, operation)) {
      if (JSON.stringify(before.get(place)) === JSON.stringify(value)) continue;
      const isKept = JSON.stringify(now.get(place)) === JSON.stringify(value);
      const holder = place.slice(0, place.lastIndexOf(' '));
      const isThere = holder === '' || now.has(holder);
      const isTold = !isThere && tellable.has(JSON.stringify(value));
      expect([operation.id, place, isKept || isTold ? value : now.get(place)]).toEqual([
        operation.id,
        place,
        value,
      ]);
    }
  }
  expect(theirs.operations.length).toBeGreaterThan(0);
}

describe.each(definitions)('an update of %s', (_name, source) => {
  it('from the unchanged file changes nothing, whatever was edited', () => {
    fc.assert(
      fc.property(randomEdits(8), (edits) => {
        const definition = editAsMaker(source, edits);
        const { result, changes, lost } = previewUpdate({ source, definition, incoming: plain(source) });
        expect(result).toEqual(definition);
        expect([changes, lost]).toEqual([[], []]);
      }),
      law,
    );
  });

  it('from another version keeps what was said of every place that is left', () => {
    fc.assert(
      fc.property(randomEdits(8), randomEdits(5), (makers, authors) => check(source, makers, authors)),
      law,
    );
  });

  it('lists something wherever it changes something, and nothing where it changes nothing', () => {
    fc.assert(
      fc.property(randomEdits(4), randomEdits(4), (makers, authors) => {
        const definition = editAsMaker(source, makers);
        const incoming = editAsAuthor(source, authors);
        const { result, changes } = previewUpdate({ source, definition, incoming });
        expect(changes.length === 0).toBe(JSON.stringify(result) === JSON.stringify(definition));
      }),
      law,
    );
  });
});
