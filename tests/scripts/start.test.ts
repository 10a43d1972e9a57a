// `npm start` on a machine where something is wrong: one sentence that says what to do, and exit code 1.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot } from '@/db/project-root';

const folder = mkdtempSync(join(tmpdir(), 'flowright-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the script printed and how it ended; it is given wrong surroundings, so it ends by itself. */
function start(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [join(projectRoot(), 'scripts/start.mjs')], {
    env: { ...process.env, FLOWRIGHT_DATA: folder, ...env },
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  return new Promise((done) => child.on('close', (code) => done({ code, output: output.trim() })));
}

function takePort(): Promise<{ port: number; free(): void }> {
  const server = createServer();
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      done({
        port: typeof address === 'object' && address !== null ? address.port : 0,
        free: () => server.close(),
      });
    });
  });
}

describe('npm start', () => {
  it.each(['PORT', 'SAMPLE_PORT'])('says what to do when %s is taken', async (name) => {
    const taken = await takePort();
    const { code, output } = await start({ PORT: '0', SAMPLE_PORT: '0', [name]: String(taken.port) });
    taken.free();
    expect(code).toBe(1);
    expect(output).toBe(
      `Port ${taken.port} is taken by another program. Stop it, or choose another port: ${name}=${taken.port + 1} npm start.`,
    );
  });

  it('makes a data folder that only its owner may read', async () => {
    const taken = await takePort();
    const data = join(folder, 'new', 'data');
    await start({ PORT: String(taken.port), FLOWRIGHT_DATA: data });
    taken.free();
    expect(statSync(data).mode & 0o777).toBe(0o700);
  });

  it('says what to do when a port is no number', async () => {
    expect(await start({ PORT: 'abc' })).toEqual({ code: 1, output: 'PORT is a number from 0 to 65535.' });
  });

  it('says which folder cannot be written', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const { code, output } = await start({ FLOWRIGHT_DATA: join(file, 'data') });
    expect(code).toBe(1);
    expect(output).toMatch(
      /data folder \(FLOWRIGHT_DATA\)\) may not be written by this user\. Give yourself write permission/,
    );
  });
});
