// Reads a chosen definition file in the browser, within the limit of a definition.
import { notify } from '@/components/ui/toast';
import { decodeDefinition } from '@/lib/connector/parse-definition';
import { limits } from '@/lib/limits';

/** Text of the file, or a sentence. A file in an older encoding is read all the same, and a note says so. */
export async function readDefinitionFile(
  file: File,
): Promise<{ fileName: string; text: string } | { error: string }> {
  if (file.size > limits.definitionBytes.value) return { error: limits.definitionBytes.sentence };
  try {
    const { text, repairs } = decodeDefinition(new Uint8Array(await file.arrayBuffer()));
    for (const { message } of repairs) notify(message, { duration: 10_000 });
    return { fileName: file.name, text };
  } catch {
    return { error: `${file.name} could not be read.` };
  }
}
