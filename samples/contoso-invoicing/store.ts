// Keys and their data, in one JSON file that is replaced whole: temporary file, fsync, rename, fsync of the
// folder. Writers that come while a write is under way share the next one.
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { seedPartition } from './seed';
import type { Partition } from './types';

export interface Store {
  findPartition(key: string): Partition | undefined;
  /** A new key with its seed data, on disk when the promise resolves. */
  issueKey(): Promise<string>;
  /** Resolves when everything changed before the call is on disk. */
  save(): Promise<void>;
}

interface StoreFile {
  version: 1;
  keys: Record<string, Partition>;
}

async function readStoreFile(path: string): Promise<Map<string, Partition>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw error;
  }
  try {
    const content = JSON.parse(text) as StoreFile;
    if (content.version !== 1) throw new Error('unknown version');
    return new Map(Object.entries(content.keys));
  } catch (cause) {
    throw new Error(`The data of the sample API cannot be read: ${path}. Move the file away to start anew.`, {
      cause,
    });
  }
}

async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.new`;
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Opens the data file, which need not exist yet. */
export async function openStore(path: string, now: () => number): Promise<Store> {
  await mkdir(dirname(path), { recursive: true });
  const keys = await readStoreFile(path);
  let running: Promise<void> = Promise.resolve();
  let queued: Promise<void> | undefined;

  function save(): Promise<void> {
    queued ??= running
      .catch(() => undefined)
      .then(() => {
        queued = undefined;
        const content: StoreFile = { version: 1, keys: Object.fromEntries(keys) };
        running = replaceFile(path, JSON.stringify(content));
        return running;
      });
    return queued;
  }

  return {
    findPartition: (key) => keys.get(key),
    async issueKey() {
      const key = randomBytes(20).toString('hex');
      keys.set(key, seedPartition(now()));
      await save();
      return key;
    },
    save,
  };
}
