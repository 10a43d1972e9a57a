// The sample API beside the product: whether it is wanted, its port, its data, and what flows may call because of it.
import { join, resolve } from 'node:path';
import { readPort, root } from './preflight.mjs';

/** Throws one sentence when SAMPLE_PORT makes no sense. */
export function readSample(env = process.env) {
  return {
    wanted: env.SAMPLE !== 'off',
    port: readPort('SAMPLE_PORT', 5080, env),
    dataFile: resolve(root, env.SAMPLE_DATA || join(env.FLOWRIGHT_DATA || 'data', 'contoso-invoicing.json')),
  };
}

/** The value of FLOWRIGHT_ALLOW_HOSTS for a process whose flows may call the sample. */
export function allowedHosts(env = process.env) {
  const { wanted, port } = readSample(env);
  const own = wanted && port !== 0 ? `127.0.0.1:${port},localhost:${port}` : '';
  return [env.FLOWRIGHT_ALLOW_HOSTS, own].filter(Boolean).join(',');
}
