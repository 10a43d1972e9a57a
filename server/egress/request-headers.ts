// Which headers a step may send: the rules of lib/http-rules, applied once more at the door to whoever built the request.
import { isForbiddenHeader, isHeaderName, isHeaderValue } from '@/lib/http-rules';
import { badRequest, type Checked, passed } from './failure';

const sizeLimit = 64 * 1024;

/** Lower-case names and trimmed values, or why nothing is sent. A value is never repeated in a message. */
export function checkHeaders(headers: Record<string, string>): Checked<Record<string, string>> {
  const result: Record<string, string> = Object.create(null);
  let size = 0;
  for (const [name, text] of Object.entries(headers)) {
    if (!isHeaderName(name)) return badRequest(`The header name ${JSON.stringify(name)} is not valid.`);
    if (isForbiddenHeader(name)) return badRequest(`The header ${name} cannot be set by a step.`);
    const lower = name.toLowerCase();
    if (lower in result) return badRequest(`The header ${name} is given twice.`);
    // Space around a value is not part of it (RFC 9110, 5.5).
    const value = String(text).replace(/^[\t ]+|[\t ]+$/g, '');
    if (!isHeaderValue(value)) {
      return badRequest(`The value of the header ${name} contains characters that a header cannot carry.`);
    }
    size += lower.length + value.length;
    if (size > sizeLimit) return badRequest('The headers of the request are longer than 64 KB.');
    result[lower] = value;
  }
  return passed(result);
}
