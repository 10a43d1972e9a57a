// What the environment variables say, read once at start.
import { homedir } from 'node:os';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { projectRoot } from '@/db/project-root';
import { parseHostPort } from '@/lib/host-port';
import { z } from './zod';

export interface Settings {
  root: string;
  host: string;
  port: number;
  /** True when people reach the product from this machine only. */
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
  const keyFile = resolve(root, value.FLOWRIGHT_KEY_FILE ?? join(homedir(), '.flowright', 'key'));
  if (isInside(keyFile, dataFolder)) {
    throw new Error(
      `The key file ${keyFile} lies in the data folder, where a copy of the folder would take it along. Set FLOWRIGHT_KEY_FILE to a place outside ${dataFolder}.`,
    );
  }
  const publicHost = value.PUBLIC_URL === undefined ? value.HOST : new URL(value.PUBLIC_URL).hostname;
  return {
    root,
    host: value.HOST,
    port: value.PORT,
    loopback: isLoopback(value.HOST) && isLoopback(publicHost),
    dataFolder,
    databaseFile: join(dataFolder, 'flowright.db'),
    keyFile,
    publicUrl: value.PUBLIC_URL?.replace(/\/+$/, ''),
    allowHosts: value.FLOWRIGHT_ALLOW_HOSTS.split(',').flatMap(readAllowedHost),
    engine: value.ENGINE,
  };
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function readAllowedHost(text: string): string[] {
  if (text.trim() === '') return [];
  const host = parseHostPort(text);
  if (host !== undefined) return [host];
  throw new Error(
    `The environment variable FLOWRIGHT_ALLOW_HOSTS names “${text.trim()}”, which is not a host and a port. Write pairs such as 127.0.0.1:5080, with commas between.`,
  );
}

function withoutEmpty(env: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
}

/** `host` is a name or an address, IPv6 with or without brackets. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
