// The product as a user starts it: the start script on an empty data folder, with the sample API beside it.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scripts } from '@/package.json';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Product {
  url: string;
  sampleUrl: string;
  /** Folder that holds `data/` and the key file. */
  folder: string;
  process: ChildProcess;
  output(): string;
  /** Ends it as Ctrl-C does, and removes the folder. */
  stop(): Promise<void>;
  /** Ends it as a power cut does; the folder stays, for another start on it. */
  kill(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

async function waitUntilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) break;
    const answered = await fetch(url, { redirect: 'manual' }).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The product did not start:\n${output()}`);
}

/** The sample ends on its own after the product and stores its last invoices then, so the folder may fill once more. */
async function removeFolder(folder: string): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Filled between listing and removing.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (!existsSync(folder)) return;
  }
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

/** Starts `npm start`'s script on free ports; `folder` continues on the data of an earlier start. `env` may name a port. */
export async function startProduct(
  folder = mkdtempSync(join(tmpdir(), 'flowright-')),
  env: Record<string, string> = {},
): Promise<Product> {
  const port = env.PORT ?? String(await freePort());
  const samplePort = await freePort();
  let printed = '';
  const child = spawn(process.execPath, scripts.start.split(' ').slice(1), {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: port,
      SAMPLE_PORT: String(samplePort),
      FLOWRIGHT_DATA: join(folder, 'data'),
      FLOWRIGHT_KEY_FILE: join(folder, 'key', 'flowright.key'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout?.on('data', (chunk) => {
    printed += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    printed += chunk;
  });
  const url = `http://127.0.0.1:${port}`;
  const sampleUrl = `http://127.0.0.1:${samplePort}`;
  await waitUntilReady(url, child, () => printed);
  await waitUntilReady(sampleUrl, child, () => printed);
  return {
    url,
    sampleUrl,
    folder,
    process: child,
    output: () => printed,
    async stop() {
      await end(child, 'SIGINT');
      await removeFolder(folder);
    },
    kill: () => end(child, 'SIGKILL'),
  };
}
