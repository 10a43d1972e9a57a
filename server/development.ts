// Entry of `npm run dev`: the listener and Next's development server stay up, the backend is replaced when it was rebuilt.
import type { startBackend } from './backend';
import { serve } from './serve';
import { readSettings } from './settings';
import { startLines } from './start-lines';

type BackendModule = { startBackend: typeof startBackend };

export interface DevelopmentServer {
  /** To print. */
  lines: string[];
  /** Loads the bundle at this address and puts it in the place of the present one. */
  reload(backendUrl: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startDevelopment(backendUrl: string): Promise<DevelopmentServer> {
  const load = async (url: string) => ((await import(url)) as BackendModule).startBackend;
  const serving = await serve({
    settings: readSettings(process.env),
    development: true,
    startBackend: await load(backendUrl),
  });
  return {
    lines: startLines(serving),
    reload: async (url) => serving.replace(await load(url)),
    stop: serving.stop,
  };
}
