// Percent encoding as Uri.EscapeDataString and Uri.UnescapeDataString have it (RFC 3986, UTF-8).

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Everything but letters, digits and `-_.~` as %XX. */
export function escapePercent(text: string): string {
  return encodeURIComponent(text.replace(loneSurrogate, '\ufffd')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** %XX back to text; what is not valid UTF-8 stays as it is written. */
export function unescapePercent(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run.replace(/(?:%[0-7][0-9A-Fa-f])+/g, (ascii) => decodeURIComponent(ascii));
    }
  });
}
