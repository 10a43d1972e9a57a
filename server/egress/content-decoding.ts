// Content codings (RFC 9110, 8.4): gzip, deflate and br, in the reverse order of the header, never growing past the limit.
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { AnswerProblem, tooLarge } from './failure';
import type { EgressLimits } from './limits';

type Decoder = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const decodeZlib = promisify(inflate) as Decoder;
const decodeRaw = promisify(inflateRaw) as Decoder;

const decoders: Record<string, Decoder> = {
  gzip: promisify(gunzip) as Decoder,
  'x-gzip': promisify(gunzip) as Decoder,
  br: promisify(brotliDecompress) as Decoder,
  // Some servers send deflate without its zlib frame; the first byte tells.
  deflate: (bytes, options) => (((bytes[0] ?? 0) & 0x0f) === 8 ? decodeZlib : decodeRaw)(bytes, options),
  identity: async (bytes) => bytes,
};

/** What we ask for. */
export const acceptedCodings = 'gzip, deflate, br';

/** Servers use one, seldom two. Each costs up to the limit of bytes, and a header has room for thousands. */
const mostCodings = 5;

/**
 * The decoded bytes, or undefined when a coding is unknown (the bytes are then kept as they came).
 * Throws `AnswerProblem` when they are damaged or too many.
 */
export async function decodeContent(
  bytes: Buffer,
  header: string,
  limits: EgressLimits,
): Promise<Buffer | undefined> {
  const codings = header.split(',').map((coding) => coding.trim().toLowerCase());
  if (codings.length > mostCodings)
    throw new AnswerProblem('InvalidResponse', `The answer says it is encoded ${codings.length} times.`);
  let result = bytes;
  for (const coding of codings.reverse()) {
    const decoder = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
    if (!decoder) return undefined;
    try {
      result = await decoder(result, { maxOutputLength: limits.responseBytes });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
        throw tooLarge(limits.responseBytes);
      throw new AnswerProblem('InvalidResponse', `The answer says it is ${coding}, but cannot be decoded.`);
    }
  }
  return result;
}
