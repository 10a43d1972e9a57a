// Finds the definition inside the wrappers that flows are kept and exported in, and what it says about where it is from:
// bare, { definition }, { properties: { definition } }, or one resource of a deployment template.
import { parseJson, syntaxProblem } from '../document/parse-json';
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../json';
import { parseJsonText } from '../json-text';
import { limits } from '../limits';
import type { Problem } from '../problem';
import { apiIdOfName } from './api-id';
import { isConnectorType } from './built-in';
import type { ConnectionReferences, Flow, FlowDefinition, FlowOrigin } from './definition';
import { listActions, listTriggers } from './tree';

export type UnwrappedFlow =
  | {
      ok: true;
      flow: Flow;
      /** JSON Pointer of the definition in the document. */
      at: string;
      /** The flow's name, where the wrapper has one. */
      name?: string;
    }
  | { ok: false; problems: Problem[] };

const refuse = (code: string, message: string): UnwrappedFlow => ({
  ok: false,
  problems: [{ code, severity: 'error', at: '', message }],
});

/** Reads the text of a flow file. A fault says its line and column; nothing is half read. Never throws. */
export function parseFlow(text: string): UnwrappedFlow {
  if (text.length > limits.definitionBytes.value) return refuse('FLOW0003', limits.definitionBytes.sentence);
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  const parsed = parseJson(source);
  // A repaired text may have lost its end, so only text that is JSON as it stands is taken.
  const read = parsed.ok && parsed.text !== source ? syntaxProblem(source) : parsed;
  if (read.ok) return unwrapFlow(readExactly(source) ?? read.value);
  return refuse('FLOW0002', `Line ${read.at.line}, column ${read.at.column}: ${read.message}`);
}

/**
 * The document with its numbers as they are written: `1.0` is a `Double`, digits beyond 2^53 a bigint. For the engine's
 * compiler, which takes them as constants; what edits or writes a definition takes plain JSON. Undefined where it is no JSON.
 */
export function readExactly(text: string): JsonObject | undefined {
  const read = parseJsonText(text);
  return read.ok && isJsonObject(read.value) ? (read.value as JsonObject) : undefined;
}

/** Finds the flow in a JSON document. Never throws. */
export function unwrapFlow(document: JsonValue): UnwrappedFlow {
  const found = findDefinition(document);
  if (!found)
    return refuse(
      'FLOW0004',
      'The file is not a flow: it has no triggers and no actions. Choose the JSON of a flow definition.',
    );
  const { definition, holder, at } = found;
  const references = readReferences(ownProperty(holder, 'connectionReferences'));
  const origin = readOrigin(document, definition, references);
  const name = ownProperty(holder, 'displayName') ?? ownProperty(ownProperty(holder, 'metadata'), 'name');
  return {
    ok: true,
    flow: { definition, connectionReferences: references, origin },
    at,
    ...(typeof name === 'string' ? { name } : {}),
  };
}

interface FoundDefinition {
  definition: FlowDefinition;
  /** The object the definition stands in; the definition itself where it is bare. */
  holder: JsonObject;
  at: string;
}

function findDefinition(document: JsonValue): FoundDefinition | undefined {
  if (!isJsonObject(document)) return undefined;
  const inside = readHolder(document, '') ?? readHolder(ownProperty(document, 'properties'), '/properties');
  if (inside) return inside;
  if (isDefinition(document)) return { definition: document, holder: document, at: '' };
  const resources = ownProperty(document, 'resources');
  if (!Array.isArray(resources)) return undefined;
  for (const [index, resource] of resources.entries()) {
    const found = readHolder(ownProperty(resource, 'properties'), `/resources/${index}/properties`);
    if (found) return found;
  }
  return undefined;
}

function readHolder(holder: JsonValue | undefined, at: string): FoundDefinition | undefined {
  const definition = ownProperty(holder, 'definition');
  if (!isJsonObject(holder) || !isDefinition(definition)) return undefined;
  return { definition, holder, at: `${at}/definition` };
}

/** A definition has triggers or actions; each, where there, is an object. Readers treat an absent one as empty. */
function isDefinition(value: JsonValue | undefined): value is FlowDefinition {
  if (!isJsonObject(value)) return false;
  const parts = [ownProperty(value, 'triggers'), ownProperty(value, 'actions')].filter(
    (part) => part !== undefined,
  );
  return parts.length > 0 && parts.every(isJsonObject);
}

/** Which API each reference stands for. Connections of where the flow comes from are left behind. */
function readReferences(references: JsonValue | undefined): ConnectionReferences {
  const read: ConnectionReferences = {};
  if (!isJsonObject(references)) return read;
  for (const [key, reference] of Object.entries(references)) {
    const api = ownProperty(ownProperty(reference, 'api'), 'name');
    const id = ownProperty(reference, 'apiId') ?? ownProperty(reference, 'id');
    if (typeof id === 'string') read[key] = { apiId: id };
    else if (typeof api === 'string') read[key] = { apiId: apiIdOfName(api) };
  }
  return read;
}

/** A flow of Logic Apps repeats 20 items at a time unless told otherwise, so where a flow is from has to be known. */
function readOrigin(
  document: JsonValue,
  definition: FlowDefinition,
  references: ConnectionReferences,
): FlowOrigin {
  if (ownProperty(document, 'resources') !== undefined) return 'logic-apps';
  const kind = ownProperty(document, 'kind');
  if (kind === 'Stateful' || kind === 'Stateless') return 'logic-apps';
  if (Object.keys(references).length > 0) return 'power-automate';
  const types = [
    ...listActions(definition).map((each) => each.action.type),
    ...listTriggers(definition).map((each) => each.trigger.type),
  ];
  const authenticated = ownProperty(ownProperty(definition, 'parameters'), '$authentication') !== undefined;
  if (authenticated || types.some(isConnectorType)) return 'power-automate';
  const other = ['apiconnection', 'apiconnectionwebhook', 'serviceprovider'];
  return types.some((type) => other.includes(type.toLowerCase())) ? 'logic-apps' : 'flowright';
}
