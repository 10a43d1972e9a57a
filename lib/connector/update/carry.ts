// Edits that the merge of documents cannot place, because the new file is arranged otherwise (the other dialect, schemas
// under other names): they are made again on the result, by meaning.
import { applyChanges } from '../../document/change';
import type { JsonObject, JsonValue } from '../../json';
import type { DocumentChange } from '../../problem';
import { type InputChange, setInput } from '../edit/input';
import type { Options } from '../edit/input-schema';
import { setOperation } from '../edit/operation';
import { setSchemaItem } from '../edit/schema-item';
import type { Connector, Operation, Visibility } from '../model';
import type { Described } from './facts';
import { saysSame } from './meaning';
import {
  type Connectors,
  describeSides,
  differingFacts,
  editedSides,
  isMakersFact,
  type Quad,
} from './sides';

/** The merged document with every edit of the maker's that has a place there. */
export function carryEdits(connectors: Connectors, document: JsonObject): JsonObject {
  const { result } = connectors;
  if (!result) return document;
  const changes = editedSides(connectors).flatMap((operation) => {
    if (!operation.mine || !operation.result || (!operation.base && !operation.theirs)) return [];
    const places = describeSides(connectors, operation);
    const target: Target = { connector: result, operation: operation.result };
    return [...(places.mine?.values() ?? [])].flatMap((mine) => {
      const on = (side: Map<string, Described> | undefined) => side?.get(mine.key);
      const { base, theirs } = { base: on(places.base), theirs: on(places.theirs) };
      return carryPlace(target, { base, mine, theirs, result: on(places.result) });
    });
  });
  return applyChanges(document, changes);
}

interface Target {
  connector: Connector;
  operation: Operation;
}

function carryPlace(target: Target, { base, mine, theirs, result }: Quad<Described>): DocumentChange[] {
  if (!mine || !result) return [];
  const wanted = differingFacts(mine.facts, base?.facts).filter((name) => {
    if (saysSame(mine.facts[name], result.facts[name])) return false;
    // Of the contract only what the file left as it was.
    return isMakersFact(name) || (base !== undefined && saysSame(base.facts[name], theirs?.facts[name]));
  });
  const facts = Object.fromEntries(wanted.map((name) => [name, mine.facts[name]]));
  const extensions = wanted
    .filter((name) => name.startsWith('x-ms-'))
    .map((name) => changeAt(`${result.pointer}/${name}`, mine.facts[name]));
  return [...writePlace(target, result, facts), ...extensions];
}

function changeAt(at: string, value: JsonValue | undefined): DocumentChange {
  return value === undefined ? { op: 'remove', at } : { op: 'set', at, value };
}

type Wanted = Record<string, JsonValue | undefined>;

function writePlace(target: Target, place: Described, facts: Wanted): DocumentChange[] {
  const { connector, operation } = target;
  if (place.part === 'operation') return setOperation(connector, operation, textsIn(facts, 'summary'));
  if (place.input) {
    const change: InputChange = { ...textsIn(facts, 'summary'), ...contractIn(facts) };
    return setInput({ connector, operation, input: place.input, change });
  }
  const isWhole = place.names.length === 1;
  return isWhole
    ? 'description' in facts
      ? [changeAt(`${place.pointer}/description`, facts.description ?? '')]
      : []
    : setSchemaItem(place, textsIn(facts, 'title'));
}

type Texts<K extends string> = { [key in K]?: string } & { description?: string; visibility?: Visibility };

/** Texts and visibility as the edits take them; what is wanted away is '' or `none`. */
function textsIn<K extends string>(facts: Wanted, summary: K): Texts<K> {
  const texts: Record<string, string> = {};
  if ('summary' in facts) texts[summary] = String(facts.summary ?? '');
  if ('description' in facts) texts.description = String(facts.description ?? '');
  if ('visibility' in facts) texts.visibility = String(facts.visibility ?? 'none');
  return texts as Texts<K>;
}

function contractIn(facts: Wanted): InputChange {
  const change: InputChange = {};
  if ('default' in facts) {
    if (facts.default === undefined) change.clearDefault = true;
    else change.default = facts.default;
  }
  if ('required' in facts) change.required = facts.required !== undefined;
  if (typeof facts.type === 'string') change.type = facts.type;
  if ('format' in facts) change.format = String(facts.format ?? '');
  if ('dropdown' in facts) change.options = facts.dropdown as Options | undefined;
  return change;
}
