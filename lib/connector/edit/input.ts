// Edits of one input. In 2.0 a parameter carries its own type; in 3.x, and in bodies, its schema does.
import { applyChanges } from '../../document/change';
import type { JsonValue } from '../../json';
import { atPointer, parsePointer, toPointer } from '../../json-pointer';
import type { DocumentChange } from '../../problem';
import type { Connector, InputField, Operation, Visibility } from '../model';
import {
  formProperty,
  type InputPlace,
  isProperty,
  listedAt,
  type PlacedInput,
  placeOfInput,
} from './input-place';
import { setDropdown, setType } from './input-schema';
import { visibilityChange } from './operation';
import { countSharing } from './sharing';

export interface InputChange {
  summary?: string;
  description?: string;
  default?: JsonValue;
  /** Takes the default away. */
  clearDefault?: boolean;
  required?: boolean;
  visibility?: Visibility;
  type?: string;
  /** Empty takes the format away. */
  format?: string;
  /** A static dropdown; undefined takes it away. */
  options?: { value: JsonValue; label: string }[] | undefined;
}

interface InputEdit {
  connector: Connector;
  operation: Operation;
  input: PlacedInput;
}

/** Sets what is given of one input. A schema that other operations use too is copied first. */
export function setInput({
  connector,
  operation,
  input,
  change,
}: InputEdit & { change: InputChange }): DocumentChange[] {
  const place = placeOfInput(connector, operation, input);
  const changes: DocumentChange[] = [];
  const set = (at: string, value: JsonValue | undefined): void => {
    changes.push(value === undefined ? { op: 'remove', at } : { op: 'set', at, value });
  };
  if (change.summary !== undefined) set(`${place.texts}/x-ms-summary`, change.summary || undefined);
  if (change.description !== undefined) set(`${place.texts}/description`, change.description);
  if (change.visibility !== undefined) changes.push(visibilityChange(place.texts, change.visibility));
  if (change.clearDefault) set(`${place.schema}/default`, undefined);
  else if (change.default !== undefined) set(`${place.schema}/default`, change.default);
  changes.push(...setType(connector, place, change));
  if (change.required !== undefined)
    changes.push(...requiredChange(connector, { operation, input }, change.required));
  if ('options' in change)
    changes.push(...setDropdown(connector, { place, type: change.type }, change.options));
  return withCopy(connector, place, changes);
}

/** Puts the copy of a shared schema first where something is written into it, and leaves out what takes nothing away. */
function withCopy(connector: Connector, { copy }: InputPlace, changes: DocumentChange[]): DocumentChange[] {
  const needed = copy && changes.some(({ at }) => at.startsWith(`${copy.at}/`)) ? [copy] : [];
  const document = applyChanges(connector.document, needed);
  const kept = changes.filter((entry) => entry.op === 'set' || atPointer(document, entry.at) !== undefined);
  return kept.length > 0 ? [...needed, ...kept] : [];
}

/** Takes an input away: the parameter, or the property of the body or form. */
export function removeInput({ connector, operation, input }: InputEdit): DocumentChange[] {
  if (isProperty(connector, input)) {
    const at = propertyPointer(connector, operation, input);
    return [...requiredChange(connector, { operation, input }, false), { op: 'remove', at }];
  }
  const body = `${operation.pointer}/requestBody`;
  const at = input.parameter.in === 'body' && connector.dialect !== '2.0' ? body : input.parameter.pointer;
  return [{ op: 'remove', at: listedAt(connector, operation, at) }];
}

/** Whether the input is required where it stands; a field of an optional part may be, and is then not asked for. */
export function isRequiredInPlace(connector: Connector, input: InputField): boolean {
  if (input.path.length === 0) return input.required;
  const place = requiredPlace(input.pointer);
  return place !== undefined && namesAt(connector, place.at).includes(place.name);
}

/** How many operations use the parameter, or the schema that holds the property; 1 when it is the operation's own. */
export function countUses(connector: Connector, input: PlacedInput): number {
  const pointer = input.path.length > 0 ? input.pointer : input.parameter.pointer;
  // A field of a form that refers to a shared schema is edited as a copy.
  const isCopied = isProperty(connector, input) && input.path.length === 0 && !requiredPlace(pointer);
  return isCopied ? 1 : countSharing(connector, pointer);
}

function propertyPointer(connector: Connector, operation: Operation, input: PlacedInput): string {
  if (input.path.length > 0) return input.pointer;
  return formProperty(connector, operation, input.parameter.name) ?? input.pointer;
}

function requiredChange(
  connector: Connector,
  { operation, input }: { operation: Operation; input: PlacedInput },
  required: boolean,
): DocumentChange[] {
  if (!isProperty(connector, input)) {
    return [{ op: 'set', at: `${input.parameter.pointer}/required`, value: required }];
  }
  const place = requiredPlace(propertyPointer(connector, operation, input));
  if (!place) return [];
  const names = namesAt(connector, place.at);
  if (required === names.includes(place.name)) return [];
  const next = required ? [...names, place.name] : names.filter((name) => name !== place.name);
  return [next.length === 0 ? { op: 'remove', at: place.at } : { op: 'set', at: place.at, value: next }];
}

/** The `required` list that a property stands in, and its name there. */
function requiredPlace(pointer: string): { at: string; name: string } | undefined {
  const segments = parsePointer(pointer);
  const name = segments.at(-1);
  if (name === undefined || segments.at(-2) !== 'properties') return undefined;
  return { at: `${toPointer(segments.slice(0, -2))}/required`, name };
}

function namesAt(connector: Connector, pointer: string): string[] {
  const listed = atPointer(connector.document, pointer);
  return Array.isArray(listed) ? listed.filter((entry) => typeof entry === 'string') : [];
}
