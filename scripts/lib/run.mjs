// Runs a program and waits for it.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Exit code. With `quiet` its output is shown only when it failed. */
export function run(command, args, { quiet = false, env = {}, cwd = root, onOutput } = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet || onOutput ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    const output = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        output.push(chunk);
        onOutput?.(chunk);
      });
    }
    child.on('error', failed);
    child.on('close', (code) => {
      if (quiet && code !== 0) process.stderr.write(Buffer.concat(output));
      done(code ?? 1);
    });
  });
}
