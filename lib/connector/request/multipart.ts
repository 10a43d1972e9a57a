// multipart/form-data (RFC 7578) with names and file names escaped as browsers do. The boundary depends on the content
// alone, so that the same call has the same bytes when it is sent again.
import { decodeBytes, encodeBytes } from '../../expression/base64';
import type { HttpBody } from '../../http';
import { wellFormed } from './scalar';

export interface Part {
  name: string;
  fileName?: string;
  contentType?: string;
  /** Text, or bytes in Base64. */
  content: { text: string } | { base64: string };
}

/** The body and its content type; undefined where a file is not Base64. */
export function buildMultipart(parts: readonly Part[]): { contentType: string; body: HttpBody } | undefined {
  const contents = parts.map(({ content }) =>
    'text' in content ? new TextEncoder().encode(content.text) : decodeBytes(content.base64),
  );
  const bytes = contents.filter((item) => item !== undefined);
  if (bytes.length < contents.length) return undefined;
  const boundary = findBoundary(bytes);
  const chunks: Uint8Array[] = [];
  const write = (text: string): void => {
    chunks.push(new TextEncoder().encode(text));
  };
  parts.forEach((part, index) => {
    write(`--${boundary}\r\n${headOf(part)}\r\n\r\n`);
    chunks.push(bytes[index] ?? new Uint8Array());
    write('\r\n');
  });
  write(`--${boundary}--\r\n`);
  const contentType = `multipart/form-data; boundary=${boundary}`;
  if (parts.every(({ content }) => 'text' in content)) {
    return {
      contentType,
      body: { kind: 'text', text: chunks.map((chunk) => new TextDecoder().decode(chunk)).join('') },
    };
  }
  return { contentType, body: { kind: 'bytes', base64: encodeBytes(concatenate(chunks)) } };
}

function headOf(part: Part): string {
  const file = part.fileName === undefined ? '' : `; filename="${escapeName(part.fileName)}"`;
  const type = part.contentType === undefined ? '' : `\r\nContent-Type: ${part.contentType}`;
  return `Content-Disposition: form-data; name="${escapeName(part.name)}"${file}${type}`;
}

/** HTML living standard, "multipart/form-data encoding algorithm": quote, CR and LF are percent-encoded. */
export function escapeName(name: string): string {
  return wellFormed(name)
    .replaceAll('"', '%22')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replaceAll('\0', '%00');
}

function findBoundary(contents: readonly Uint8Array[]): string {
  const texts = contents.map((content) => new TextDecoder('latin1').decode(content));
  let hash = 0x811c9dc5;
  for (const text of texts) {
    for (let index = 0; index < text.length; index += 1)
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  for (let number = 0; ; number += 1) {
    const boundary = `part-${(hash >>> 0).toString(16).padStart(8, '0')}-${number}`;
    if (!texts.some((text) => text.includes(boundary))) return boundary;
  }
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    result.set(chunk, at);
    at += chunk.length;
  }
  return result;
}
