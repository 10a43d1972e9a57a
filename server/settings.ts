// What the environment variables say, read once at start.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { projectRoot } from '@/db/project-root';
import { z } from './zod';

export interface Settings {
  root: string;
  host: string;
  port: number;
  /** True when only this machine can reach the listener. */
  loopback: boolean;
  dataFolder: string;
  databaseFile: string;
  /** Lies outside the data folder, so that a copied data folder opens no secret. */
  keyFile: string;
  /** Address that people type, without a trailing slash; undefined until the port is known. */
  publicUrl: string | undefined;
  /** host:port pairs that the outbound door may call although they are private. */
  allowHosts: string[];
  engine: 'inline' | 'none';
}

const port = z.coerce.number().int().min(0).max(65_535);

const variables = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  FLOWRIGHT_DATA: z.string().min(1).optional(),
  FLOWRIGHT_KEY_FILE: z.string().min(1).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  FLOWRIGHT_ALLOW_HOSTS: z.string().default(''),
  ENGINE: z.enum(['inline', 'none']).default('inline'),
});

/** Throws with one sentence when a variable makes no sense. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const read = variables.safeParse(withoutEmpty(env));
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new Error(
      `The environment variable ${String(issue?.path[0])} has no usable value: ${issue?.message ?? ''}.`,
    );
  }
  const value = read.data;
  const root = projectRoot();
  const dataFolder = resolve(root, value.FLOWRIGHT_DATA ?? 'data');
  return {
    root,
    host: value.HOST,
    port: value.PORT,
    loopback: isLoopback(value.HOST),
    dataFolder,
    databaseFile: join(dataFolder, 'flowright.db'),
    keyFile: resolve(root, value.FLOWRIGHT_KEY_FILE ?? join(homedir(), '.flowright', 'key')),
    publicUrl: value.PUBLIC_URL?.replace(/\/+$/, ''),
    allowHosts: value.FLOWRIGHT_ALLOW_HOSTS.split(',')
      .map((host) => host.trim())
      .filter((host) => host !== ''),
    engine: value.ENGINE,
  };
}

function withoutEmpty(env: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
