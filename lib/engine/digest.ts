// A short mark of a request body, to tell whether what would be sent again is what was sent. Not for secrets: it is no
// cryptographic hash. Two 32-bit lanes of multiply and shift over UTF-16 units, FNV's primes in the first lane.
import type { HttpBody } from '../http';

/** 16 hexadecimal digits; equal bodies give equal digests. */
export function digestOf(body: HttpBody): string {
  const text = body.kind === 'text' ? body.text : body.base64;
  let first = 0x811c9dc5;
  let second = 0x9e3779b9 ^ text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x85ebca6b);
    second ^= second >>> 15;
  }
  return hex(first) + hex(second);
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, '0');
}
