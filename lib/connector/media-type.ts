// Media types (RFC 9110 §8.3) as far as a request or an answer needs them.

/** `application/json; charset=utf-8` becomes `application/json`. */
export function essence(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}

/** application/json, text/json, `+json` suffixes and the wildcard `application/*+json`. */
export function isJsonMediaType(mediaType: string): boolean {
  const type = essence(mediaType);
  return (
    type === 'application/json' || type === 'text/json' || type.endsWith('+json') || type.endsWith('/json')
  );
}

/** application/xml, text/xml and `+xml` suffixes. */
export function isXmlMediaType(mediaType: string): boolean {
  const type = essence(mediaType);
  return type.endsWith('/xml') || type.endsWith('+xml');
}

/** The two media types of HTML forms. */
export function isFormMediaType(mediaType: string): boolean {
  const type = essence(mediaType);
  return type === 'application/x-www-form-urlencoded' || type === 'multipart/form-data';
}

/** JSON first, and a concrete type before a wildcard; else the first of the list. */
export function preferJson(mediaTypes: readonly string[]): string | undefined {
  const json = mediaTypes.filter(isJsonMediaType);
  return json.find((type) => !type.includes('*')) ?? json[0] ?? mediaTypes[0];
}
