// From `npm start` on a built tree to the first answer and the first page, the same after a restart, and memory at rest.
// Medians of several rounds.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const rounds = Number(process.env.ROUNDS ?? 5);

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answered(url, deadline) {
  while (performance.now() < deadline) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) {
      await response.text();
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`${url} did not answer`);
}

/** Milliseconds until the API answers and until a page is there, and resident memory in MB five seconds later. */
async function start(folder, { rest = false } = {}) {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, scripts.start.split(' ').slice(1), {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      SAMPLE: 'off',
      PORT: String(port),
      FLOWRIGHT_DATA: join(folder, 'data'),
      FLOWRIGHT_KEY_FILE: join(folder, 'key', 'flowright.key'),
    },
    stdio: 'ignore',
  });
  await answered(`http://127.0.0.1:${port}/api/trpc/setup.status`, begun + 60_000);
  const answer = performance.now() - begun;
  await answered(`http://127.0.0.1:${port}/setup`, begun + 60_000);
  const time = performance.now() - begun;
  let memory;
  if (rest) {
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    memory = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  }
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
  return { answer, time, memory };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const firsts = [];
const restarts = [];
const answers = [];
let memory;
for (let round = 0; round < rounds; round += 1) {
  const folder = mkdtempSync(join(tmpdir(), 'flowright-bench-'));
  firsts.push((await start(folder)).time);
  const again = await start(folder, { rest: round === 0 && process.platform === 'linux' });
  restarts.push(again.time);
  answers.push(again.answer);
  memory ??= again.memory;
  rmSync(folder, { recursive: true, force: true });
}
const show = (name, values) =>
  console.log(
    `${name.padEnd(34)} median ${median(values).toFixed(0)} ms  (${values.map((v) => v.toFixed(0)).join(', ')})`,
  );
show('first start to first page', firsts);
show('restart to first answer', answers);
show('restart to first page', restarts);
if (memory) console.log(`${'resident memory at rest'.padEnd(34)} ${memory.toFixed(0)} MB`);
