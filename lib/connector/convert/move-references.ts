// Named parts stand in other places in OpenAPI 2.0 and 3.x: `#/definitions/A` is `#/components/schemas/A`.
import { isJsonObject, type JsonObject, type JsonValue } from '../../json';

type Places = readonly (readonly [from: string, to: string])[];

const toOpenApi: Places = [
  ['#/definitions/', '#/components/schemas/'],
  ['#/parameters/', '#/components/parameters/'],
  ['#/responses/', '#/components/responses/'],
];

/** The value with its references as 3.x or 2.0 writes them; others stay as they are. */
export function moveReferences(value: JsonObject, to: 'openapi' | 'swagger'): JsonObject {
  const places: Places =
    to === 'openapi' ? toOpenApi : toOpenApi.map(([swagger, openapi]) => [openapi, swagger] as const);
  return moveIn(value, places) as JsonObject;
}

function moveIn(value: JsonValue, places: Places): JsonValue {
  if (Array.isArray(value)) return value.map((item) => moveIn(item, places));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([key, member]): [string, JsonValue] =>
    key === '$ref' && typeof member === 'string'
      ? [key, moveOne(member, places)]
      : [key, moveIn(member, places)],
  );
  return Object.fromEntries(entries);
}

function moveOne(reference: string, places: Places): string {
  const found = places.find(([from]) => reference.startsWith(from));
  return found ? found[1] + reference.slice(found[0].length) : reference;
}
