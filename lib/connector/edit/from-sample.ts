// Requests and responses made from pasted samples.
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../../json';
import { atPointer } from '../../json-pointer';
import type { DocumentChange } from '../../problem';
import type { Connector, Operation } from '../model';
import { resolveObject } from '../reference';
import { type RequestSample, requestFromSample, schemaFromSample } from '../sample';
import { responsePointer } from './response';

interface SampleEdit {
  connector: Connector;
  operation: Operation;
}

/** Adds the inputs of a sample that are not there yet, and takes its body in place of the one described. */
export function setRequestFromSample({
  connector,
  operation,
  sample,
}: SampleEdit & { sample: Omit<RequestSample, 'method'> }): DocumentChange[] {
  const made = requestFromSample(sample, connector.dialect);
  const own = ownProperty(atPointer(connector.document, operation.pointer), 'parameters');
  const listed: JsonValue[] = Array.isArray(own) ? own : [];
  const resolved = (entry: JsonValue) =>
    resolveObject(connector.document, { value: entry, pointer: '' })?.value;
  const isBody = (entry: JsonValue) => ownProperty(resolved(entry), 'in') === 'body';
  const hasBody = made.parameters.some((parameter) => parameter.in === 'body');
  const kept = hasBody ? listed.filter((entry) => !isBody(entry)) : listed;
  // Flows name a body's fields by the parameter that carries them, so it stays the same parameter.
  const formerBody = listed.find(isBody);
  const known = new Set(operation.parameters.map(({ in: place, name }) => parameterKey(place, name)));
  const added = made.parameters
    .filter(
      (parameter) =>
        parameter.in === 'body' || !known.has(parameterKey(String(parameter.in), String(parameter.name))),
    )
    .map((parameter) =>
      parameter.in === 'body' && formerBody !== undefined
        ? { ...resolved(formerBody), schema: parameter.schema ?? {} }
        : parameter,
    );
  // A path parameter belongs to the path, which a sample for an existing operation does not change.
  const fitting = added.filter(
    (parameter) => parameter.in !== 'path' || operation.path.includes(`{${parameter.name}}`),
  );
  const changes: DocumentChange[] = [];
  if (fitting.length > 0)
    changes.push({ op: 'set', at: `${operation.pointer}/parameters`, value: [...kept, ...fitting] });
  if (made.requestBody) {
    const at = `${operation.pointer}/requestBody`;
    const former = resolved(atPointer(connector.document, at) ?? null);
    changes.push({ op: 'set', at, value: { ...former, ...made.requestBody } });
  }
  return changes;
}

/** Names of headers do not differ by case. */
function parameterKey(place: string, name: string): string {
  return `${place} ${place === 'header' ? name.toLowerCase() : name}`;
}

/** Gives a response the schema and headers of a sample; makes the response where there is none. */
export function setResponseFromSample({
  connector,
  operation,
  status,
  sample,
}: SampleEdit & {
  status: string;
  sample: { headers: { name: string; value: string }[]; body: JsonValue | undefined };
}): DocumentChange[] {
  const at = responsePointer(operation, status);
  const written = atPointer(connector.document, at);
  const existing =
    written === undefined ? undefined : resolveObject(connector.document, { value: written, pointer: at });
  const response: JsonObject = { description: 'Success', ...existing?.value };
  const isSwagger = connector.dialect === '2.0';
  if (sample.headers.length > 0) {
    const declared = ownProperty(existing?.value, 'headers');
    response.headers = {
      ...Object.fromEntries(
        sample.headers.map(({ name }) => [
          name,
          isSwagger ? { type: 'string' } : { schema: { type: 'string' } },
        ]),
      ),
      ...(isJsonObject(declared) ? declared : {}),
    };
  }
  if (sample.body !== undefined) {
    const schema = schemaFromSample(sample.body);
    if (isSwagger) response.schema = schema;
    else response.content = { 'application/json': { schema } };
  }
  const responses = ownProperty(atPointer(connector.document, operation.pointer), 'responses');
  if (!isJsonObject(responses)) {
    return [{ op: 'set', at: `${operation.pointer}/responses`, value: { [status]: response } }];
  }
  return [{ op: 'set', at, value: response }];
}
