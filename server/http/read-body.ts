// Reads the body of a request up to a limit of bytes.
import type { IncomingMessage } from 'node:http';
import { AppError } from '@/lib/app-error';
import { type Limit, limits } from '@/lib/limits';
import { createByteCollector } from '../byte-collector';

/** Throws TOO_LARGE as soon as the limit (that of request bodies unless another is given) is passed. */
export async function readBody(
  request: IncomingMessage,
  { value, sentence }: Limit = limits.requestBytes,
): Promise<Buffer> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > value) throw new AppError('TOO_LARGE', sentence);
  const body = createByteCollector();
  // Left unread, not destroyed: with its socket the answer would be gone too.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    body.add(chunk as Buffer);
    if (body.size() > value) throw new AppError('TOO_LARGE', sentence);
  }
  return body.join();
}
