// Puts pages, listener and backend together; `npm start` and `npm run dev` differ only in where the backend comes from.
import { limits } from '@/lib/limits';
import type { Backend } from './backend';
import { createListener, type ListenerOptions } from './listener';
import type { BackendOptions } from './open-services';
import type { Settings } from './settings';

export interface ServeOptions {
  settings: Settings;
  development: boolean;
  startBackend(options: BackendOptions): Promise<Backend>;
}

export interface Serving {
  url: string;
  setupCode: string | undefined;
  copy: string | undefined;
  engine: 'inline' | 'none';
  /** Puts a new backend in the place of the present one. */
  replace(startBackend: ServeOptions['startBackend']): Promise<void>;
  /** `onWait` is told once when only calls are left that nobody may send again unasked, and how many. */
  stop(onWait?: (calls: number) => void): Promise<void>;
}

const engineGrace = 10_000;
/** As long as a call may take at all: a payment that is under way is worth the wait. */
const enginePatience = limits.callMilliseconds.value + 5_000;
const connectionGrace = 2_000;

export async function serve({ settings, development, startBackend }: ServeOptions): Promise<Serving> {
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  const address = { url: settings.publicUrl ?? `http://${shownHost(settings.host)}:${settings.port}` };
  const publicUrl = () => address.url;
  // next-auth builds its cookies and redirects from this, not from what a request claims.
  process.env.NEXTAUTH_URL = address.url;
  const backend = await startBackend({ settings, publicUrl });
  let current = Promise.resolve(backend);
  const pages = deferred<Pages>();
  const listener = createListener({
    settings,
    development,
    pages: async (request, response) => (await pages.promise).handle(request, response),
    upgrade: development ? async (...upgrade) => (await pages.promise).upgrade(...upgrade) : undefined,
    backend: () => current,
  });
  await listener.open();
  if (settings.publicUrl === undefined) address.url = `http://${shownHost(settings.host)}:${listener.port()}`;
  process.env.NEXTAUTH_URL = address.url;
  // Addresses of flows and procedures are answered from here on; pages wait until Next is loaded.
  const ready = await preparePages(settings, development);
  pages.resolve(ready);
  return {
    url: address.url,
    setupCode: backend.setupCode,
    copy: backend.copy,
    engine: settings.engine,
    async replace(start) {
      const former = await current;
      const grace = { graceMs: engineGrace, patienceMs: enginePatience };
      current = former.stop(grace).then(() => start({ settings, publicUrl }));
      await current;
    },
    async stop(onWait) {
      const last = await current;
      const grace = { graceMs: engineGrace, patienceMs: enginePatience, ...(onWait && { onWait }) };
      await Promise.all([last.stop(grace), listener.close(connectionGrace)]);
      await ready.close();
    },
  };
}

interface Pages {
  handle: ListenerOptions['pages'];
  upgrade: NonNullable<ListenerOptions['upgrade']>;
  close(): Promise<void>;
}

async function preparePages(settings: Settings, development: boolean): Promise<Pages> {
  const { default: next } = await import('next');
  const app = next({ dev: development, dir: settings.root, hostname: settings.host, port: settings.port });
  await app.prepare();
  return { handle: app.getRequestHandler(), upgrade: app.getUpgradeHandler(), close: () => app.close() };
}

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
