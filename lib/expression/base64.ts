// Base64 (RFC 4648) and bytes, with nothing but what browsers and Node both have.

const chunk = 0x8000;

/** Base64 of bytes. */
export function encodeBytes(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += chunk) {
    binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  }
  return btoa(binary);
}

/** Base64 of a text in UTF-8. */
export function encodeText(text: string): string {
  return encodeBytes(new TextEncoder().encode(text));
}

/** Bytes of Base64 text, white space ignored; undefined where it is not Base64 with its padding. */
export function decodeBytes(base64: string): Uint8Array | undefined {
  const compact = /\s/.test(base64) ? base64.replace(/\s+/g, '') : base64;
  if (compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return undefined;
  const binary = atob(compact);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
