// The logo, drawn by code: a white sheet with lines and a folded corner on the blue of the exercise.
// Written as PNG (RFC 2083): signature, IHDR, one deflated IDAT, IEND.
import { deflateSync } from 'node:zlib';

const size = 160;
type Colour = [red: number, green: number, blue: number];
const blue: Colour = [0x17, 0x54, 0x97];
const white: Colour = [0xff, 0xff, 0xff];
const pale: Colour = [0xb9, 0xcf, 0xe6];

const inside = (x: number, y: number, [left, top, right, bottom]: [number, number, number, number]) =>
  x >= left && x < right && y >= top && y < bottom;

/** Colour of a point in a square of 40 units. */
function colourAt(x: number, y: number): Colour {
  const aboveFold = x - 25 > y - 7;
  if (!inside(x, y, [10, 7, 31, 33]) || aboveFold) return blue;
  if (inside(x, y, [25, 7, 31, 13])) return pale;
  if (inside(x, y, [14, 15, 27, 17]) || inside(x, y, [14, 20, 27, 22])) return pale;
  if (inside(x, y, [14, 26, 19, 28])) return pale;
  if (inside(x, y, [21, 25, 27, 29])) return blue;
  return white;
}

const table = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function checksum(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const result = Buffer.alloc(content.length + 8);
  result.writeUInt32BE(data.length, 0);
  content.copy(result, 4);
  result.writeUInt32BE(checksum(content), content.length + 4);
  return result;
}

/** The bytes of the PNG; the average of 16 points makes the edges smooth. */
export function drawLogo(): Buffer {
  const rows = Buffer.alloc(size * (size * 3 + 1));
  let offset = 0;
  for (let y = 0; y < size; y += 1) {
    offset += 1;
    for (let x = 0; x < size; x += 1) {
      const sum: Colour = [0, 0, 0];
      for (let point = 0; point < 16; point += 1) {
        const colour = colourAt(
          ((x + ((point % 4) + 0.5) / 4) * 40) / size,
          ((y + (Math.floor(point / 4) + 0.5) / 4) * 40) / size,
        );
        sum[0] += colour[0];
        sum[1] += colour[1];
        sum[2] += colour[2];
      }
      for (const part of sum) rows[offset++] = Math.round(part / 16);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
