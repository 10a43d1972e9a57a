// Reads the body of a request up to a limit of bytes.
import type { IncomingMessage } from 'node:http';
import { AppError } from '@/lib/app-error';
import { limits } from '@/lib/limits';

/** Throws TOO_LARGE as soon as the limit is passed. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limits.requestBytes.value) throw tooLarge();
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const part = chunk as Buffer;
    bytes += part.length;
    if (bytes > limits.requestBytes.value) throw tooLarge();
    chunks.push(part);
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}

function tooLarge(): AppError {
  return new AppError('TOO_LARGE', limits.requestBytes.sentence);
}
