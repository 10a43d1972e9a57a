// Reads a chosen definition file in the browser, within the limit of a definition.
import { limits } from '@/lib/limits';

/** Text of the file, decoded as UTF-8 (UTF-16 where its byte order mark says so), or a sentence. */
export async function readDefinitionFile(
  file: File,
): Promise<{ fileName: string; text: string } | { error: string }> {
  if (file.size > limits.definitionBytes.value) return { error: limits.definitionBytes.sentence };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const [first, second] = bytes;
    const encoding =
      first === 0xff && second === 0xfe
        ? 'utf-16le'
        : first === 0xfe && second === 0xff
          ? 'utf-16be'
          : 'utf-8';
    return { fileName: file.name, text: new TextDecoder(encoding).decode(bytes) };
  } catch {
    return { error: `${file.name} could not be read.` };
  }
}
