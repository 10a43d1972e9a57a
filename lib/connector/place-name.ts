// What people call a place in a definition: `kind`, `body › price`, `response 200 › items`.
import { type JsonObject, type JsonValue, ownProperty } from '../json';
import { parsePointer } from '../json-pointer';
import { textMember } from './read/members';

const named = new Set(['properties', 'definitions', 'schemas', 'headers', 'requestBodies']);

/** The parameter, response, schema and property that a pointer passes, outermost first; '' where it passes none. */
export function placeName(document: JsonObject, pointer: string): string {
  const segments = parsePointer(pointer);
  const names: string[] = [];
  let value: JsonValue | undefined = document;
  for (const [index, segment] of segments.entries()) {
    value = Array.isArray(value) ? value[Number(segment)] : ownProperty(value, segment);
    const holder = segments[index - 1] ?? '';
    // A key behind `properties` is a name, whatever it says.
    const holderIsName = segments[index - 2] === 'properties';
    if (holderIsName || index === 0) continue;
    if (holder === 'parameters') names.push(textMember(value, 'name') || segment);
    else if (holder === 'responses') names.push(`response ${segment}`);
    else if (named.has(holder)) names.push(segment);
    else if (segment === 'requestBody') names.push('body');
  }
  return names.join(' › ');
}
