// Gathers the bytes of a body as they arrive. Whoever sends them may cut them into pieces of one byte each, and millions of
// buffers cost a hundred times what is in them: pieces are joined as they come.

const mostPieces = 1_024;

export interface ByteCollector {
  /** Bytes so far. */
  size(): number;
  add(piece: Buffer): void;
  /** All of them; asked once. */
  join(): Buffer;
}

export function createByteCollector(): ByteCollector {
  const joined: Buffer[] = [];
  let pieces: Buffer[] = [];
  let size = 0;
  return {
    size: () => size,
    add(piece) {
      size += piece.length;
      pieces.push(piece);
      if (pieces.length < mostPieces) return;
      joined.push(Buffer.concat(pieces));
      pieces = [];
    },
    join() {
      const all = [...joined, ...pieces];
      const [first] = all;
      return first && all.length === 1 ? first : Buffer.concat(all, size);
    },
  };
}
