// How the command line starts: help, versions, wrong use, and what it loads.
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '@/db/project-root';
import { version } from '@/package.json';
import { buildCommandLine, flowright, writeFiles } from './command-line';

describe('the command line', () => {
  beforeAll(buildCommandLine, 120_000);

  it('prints its version and its help on standard output', async () => {
    expect(await flowright(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
    const help = await flowright(['--help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    for (const word of ['connector', 'flow', 'expr', 'account']) expect(help.stdout).toContain(word);
    const group = await flowright(['flow', '--help']);
    expect(group.code).toBe(0);
    expect(group.stdout).toContain('check');
    expect(group.stdout).toContain('run');
  });

  it.each([[[]], [['nonsense']], [['flow']], [['flow', 'nonsense']], [['connector']], [['--nonsense']]])(
    'is used wrongly as flowright %j: 2, standard output stays empty',
    async (words) => {
      const ended = await flowright(words);
      expect(ended).toMatchObject({ code: 2, stdout: '' });
      expect(ended.stderr).toMatch(/Usage: flowright/);
    },
  );

  it('loads the database only for what needs it', async () => {
    const trace = { env: { NODE_DEBUG: 'module' } };
    const light = await flowright(['expr', '@add(1,2)'], trace);
    expect(light.stdout).toBe('{"value":3,"type":"integer"}\n');
    expect(light.stderr).not.toContain('better-sqlite3');
  });

  it('runs where no code is made from text, also when Node was started without that rule', async () => {
    const probe = 'try { Function("") } catch { console.error("no code from text") }';
    const ended = await flowright(['expr', '@div(1,0)'], {
      flags: [`--import=data:text/javascript,${encodeURIComponent(probe)}`],
    });
    expect(ended).toMatchObject({ code: 1, stderr: 'no code from text\n' });
    expect(JSON.parse(ended.stdout)).toHaveProperty('error');
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'stops what it runs and leaves nothing behind when it is ended by %s',
    async (signal) => {
      const server = createServer();
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
      const folder = writeFiles({
        'flow.json': {
          triggers: { manual: { type: 'Request', kind: 'Button' } },
          actions: { Call: { type: 'Http', inputs: { method: 'GET', uri: `http://${host}/` } } },
        },
      });
      const called = new Promise<void>((closed) => {
        server.once('request', (request) => {
          child.kill(signal);
          request.once('close', closed);
        });
      });
      const words = ['flow', 'run', join(folder, 'flow.json'), '--allow-host', host];
      const temporary = join(folder, 'temporary');
      mkdirSync(temporary);
      const child = spawn(process.execPath, [join(projectRoot(), 'bin/flowright.mjs'), ...words], {
        env: { ...process.env, TMPDIR: temporary, SQLITE_TMPDIR: temporary },
      });
      const ended = new Promise((done) => child.once('exit', (_code, by) => done(by)));
      expect(await ended).toBe(signal);
      await called;
      server.close();
      expect(readdirSync(temporary)).toEqual([]);
    },
  );

  it('says in one sentence on standard error that it cannot be installed', async () => {
    const folder = writeFiles({ 'bin/npm': '#!/bin/sh\necho "npm error code ENOTFOUND" >&2\nexit 1\n' });
    chmodSync(join(folder, 'bin/npm'), 0o755);
    for (const part of ['bin', 'scripts', 'package.json', 'package-lock.json'])
      cpSync(join(projectRoot(), part), join(folder, 'tree', part), { recursive: true });
    const child = spawn(process.execPath, [join(folder, 'tree/bin/flowright.mjs'), 'expr', '1', '--json'], {
      env: { ...process.env, PATH: join(folder, 'bin') },
    });
    const printed = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const)
      child[name].on('data', (chunk) => {
        printed[name] += chunk;
      });
    expect(await new Promise((done) => child.once('close', done))).toBe(1);
    expect(printed.stdout).toBe('');
    expect(printed.stderr).toMatch(
      /^Installing packages\..*\nThe package registry cannot be reached\..*start again\.\n$/,
    );
  });
});
