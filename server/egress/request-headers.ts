// Which headers a step may send (RFC 9110): names are tokens, values have no line breaks, and those that frame the
// message or belong to the connection are ours.
import { badRequest, type Checked, passed } from './failure';

const forbidden = new Set([
  'host',
  'content-length',
  'connection',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
  'expect',
  'keep-alive',
  'cookie',
  'cookie2',
]);

const token = /^[!#$%&'*+.^_`|~0-9a-z-]+$/;
/** Tab, printable ASCII and the upper half of Latin-1, which old services use. */
const value = /^[\t\x20-\x7e\x80-\xff]*$/;
const sizeLimit = 64 * 1024;

/** The name in lower case. */
function checkName(name: string): Checked<string> {
  const lower = name.toLowerCase();
  if (!token.test(lower)) return badRequest(`The header name ${JSON.stringify(name)} is not valid.`);
  if (forbidden.has(lower) || lower.startsWith('proxy-')) {
    return badRequest(`The header ${name} cannot be set by a step.`);
  }
  return passed(lower);
}

/** Lower-case names and trimmed values, or why nothing is sent. A value is never repeated in a message. */
export function checkHeaders(headers: Record<string, string>): Checked<Record<string, string>> {
  const result: Record<string, string> = Object.create(null);
  let size = 0;
  for (const [name, text] of Object.entries(headers)) {
    const checked = checkName(name);
    if (!checked.ok) return checked;
    const lower = checked.value;
    if (lower in result) return badRequest(`The header ${name} is given twice.`);
    const trimmed = String(text).replace(/^[\t ]+|[\t ]+$/g, '');
    if (!value.test(trimmed)) {
      return badRequest(`The value of the header ${name} contains characters that a header cannot carry.`);
    }
    size += lower.length + trimmed.length;
    if (size > sizeLimit) return badRequest('The headers of the request are longer than 64 KB.');
    result[lower] = trimmed;
  }
  return passed(result);
}
