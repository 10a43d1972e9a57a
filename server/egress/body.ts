// Bytes and a content type to a value: JSON to data, text to a string, everything else to the envelope
// `{ $content-type, $content }` of the workflow language, with `$formdata` for posted forms.
import type { Value, ValueObject } from '@/lib/expression/value';
import { parseJsonText } from '@/lib/json-text';

export type DecodedBody = { ok: true; value?: Value } | { ok: false; message: string };

const json = /^(application|text)\/json$|\+json$/;

/** `text/html; charset="utf-8"` to its two parts, in lower case. */
function readContentType(header: string): { type: string; charset: string } {
  const [type = '', ...parameters] = header.split(';').map((part) => part.trim());
  const charset = parameters.find((part) => part.toLowerCase().startsWith('charset='));
  return {
    type: type.toLowerCase(),
    charset: charset?.slice('charset='.length).replace(/^"|"$/g, '').toLowerCase() || 'utf-8',
  };
}

/** Undefined when the charset is unknown. Damaged bytes become U+FFFD, a byte order mark is dropped. */
function decodeText(bytes: Buffer, charset: string): string | undefined {
  if (charset === 'utf-8') {
    const text = bytes.toString('utf8');
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  }
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return undefined;
  }
}

function toEnvelope(bytes: Buffer, header: string, type: string): ValueObject {
  const envelope: ValueObject = Object.create(null);
  envelope['$content-type'] = header || 'application/octet-stream';
  envelope.$content = bytes.toString('base64');
  if (type === 'application/x-www-form-urlencoded') {
    envelope.$formdata = Array.from(new URLSearchParams(bytes.toString('utf8')), ([key, value]) => {
      const entry: ValueObject = Object.create(null);
      entry.key = key;
      entry.value = value;
      return entry;
    });
  }
  return envelope;
}

/**
 * The value of a body; absent when there are no bytes. JSON that cannot be read stays text, so nothing is lost;
 * only nesting past `maxDepth` is refused, because nothing after us could write it down.
 */
export function decodeBody(bytes: Buffer, contentType: string, maxDepth?: number): DecodedBody {
  if (bytes.length === 0) return { ok: true };
  const { type, charset } = readContentType(contentType);
  if (json.test(type)) {
    // RFC 8259: JSON is UTF-8, whatever the charset parameter says; UTF-16 is met all the same.
    const text = decodeText(bytes, charset.startsWith('utf-16') ? charset : 'utf-8') ?? '';
    const parsed = parseJsonText(text, maxDepth === undefined ? {} : { maxDepth });
    if (parsed.ok) return { ok: true, value: parsed.value };
    return parsed.code === 'TooDeep' ? { ok: false, message: parsed.message } : { ok: true, value: text };
  }
  if (type.startsWith('text/')) {
    const text = decodeText(bytes, charset);
    if (text !== undefined) return { ok: true, value: text };
  }
  return { ok: true, value: toEnvelope(bytes, contentType, type) };
}
