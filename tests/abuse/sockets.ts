// Watches which addresses sockets are opened to, and can lead them to a server on loopback instead, so that tests may
// use public addresses without anything leaving this machine.
import net from 'node:net';
import { vi } from 'vitest';

export interface SocketWatch {
  /** `address:port` of every socket opened since. */
  opened: string[];
}

type Connect = (options: net.TcpNetConnectOpts) => net.Socket;

/** Runs `work` with every outgoing socket of this process recorded; `leadTo` is a port on 127.0.0.1. */
export async function watchSockets<T>(work: (watch: SocketWatch) => Promise<T>, leadTo?: number): Promise<T> {
  const watch: SocketWatch = { opened: [] };
  const original = net.connect as Connect;
  const spy = vi.spyOn(net, 'connect').mockImplementation(((options: net.TcpNetConnectOpts) => {
    watch.opened.push(`${options.host}:${options.port}`);
    return original(leadTo === undefined ? options : { ...options, host: '127.0.0.1', port: leadTo });
  }) as typeof net.connect);
  try {
    return await work(watch);
  } finally {
    spy.mockRestore();
  }
}

export function check(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}
