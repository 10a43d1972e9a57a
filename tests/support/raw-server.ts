// A TCP server on loopback that says exactly what a test tells it to, for answers that no HTTP library would send.
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface RawServer {
  port: number;
  /** `127.0.0.1:PORT` */
  host: string;
  url: string;
  /** Connections accepted so far. */
  connections(): number;
  /** Everything received so far, over all connections. */
  received(): string;
  close(): Promise<void>;
}

/** `answer` is called with each chunk that arrives; the socket is in its hands. */
export async function startRawServer(answer: (socket: Socket, text: string) => void): Promise<RawServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  let received = '';
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      answer(socket, chunk.toString('latin1'));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    host: `127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}`,
    connections: () => connections,
    received: () => received,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
