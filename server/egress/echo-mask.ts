// Services sometimes send back the secret they were called with. What comes in is searched for the secrets of the call,
// as they are and in the forms they are echoed in, and every find becomes `***` before anybody else sees the answer.
import type { Secret } from '../connection/secret-box';

/** Shorter secrets would hit by chance and spoil honest data. */
const shortest = 8;
const mask = '***';

interface Form {
  text: string;
  bytes: Buffer;
}

const known = new WeakMap<Secret, Form[]>();

/** `Basic dXNlcjpwYXNz` is `user:pass`, of which `pass` is the secret. */
function listParts(text: string): string[] {
  const [scheme = '', token] = text.split(' ');
  if (!token) return [text];
  if (scheme.toLowerCase() !== 'basic') return [text, token];
  const pair = Buffer.from(token, 'base64').toString('utf8');
  return [text, token, pair, pair.slice(pair.indexOf(':') + 1)];
}

/** The secret in the five forms: plain, URL, JSON, base64, hexadecimal. Longest first. */
function listForms(secret: Secret): Form[] {
  const found = known.get(secret);
  if (found) return found;
  const parts = listParts(secret.reveal()).filter((part) => part.length >= shortest);
  const forms = parts.flatMap((part) => {
    const bytes = Buffer.from(part);
    const base64 = bytes.toString('base64').replace(/=+$/, '');
    const hex = bytes.toString('hex');
    return [
      part,
      encodeURIComponent(part),
      JSON.stringify(part).slice(1, -1),
      base64,
      base64.replaceAll('+', '-').replaceAll('/', '_'),
      hex,
      hex.toUpperCase(),
    ];
  });
  const unique = [...new Set(forms)].sort((a, b) => b.length - a.length);
  const result = unique.map((text) => ({ text, bytes: Buffer.from(text) }));
  known.set(secret, result);
  return result;
}

/** Replaces the secrets in the bytes of a body. The same buffer when there is nothing to replace. */
export function maskBytes(bytes: Buffer, secrets: readonly Secret[]): Buffer {
  const forms = secrets.flatMap(listForms).filter((form) => bytes.includes(form.bytes));
  if (forms.length === 0) return bytes;
  // Latin-1 keeps every byte apart, so nothing but the finds changes.
  let text = bytes.toString('latin1');
  for (const form of forms) text = text.replaceAll(form.bytes.toString('latin1'), mask);
  return Buffer.from(text, 'latin1');
}

/** Replaces the secrets in the values of headers, in place. */
export function maskHeaders(headers: Record<string, string>, secrets: readonly Secret[]): void {
  const all = Object.values(headers).join('\n');
  for (const { text } of secrets.flatMap(listForms)) {
    if (!all.includes(text)) continue;
    for (const name of Object.keys(headers)) headers[name] = (headers[name] ?? '').replaceAll(text, mask);
  }
}
