// The rules that the command line and the worker run under: no code from text, and objects without `__proto__`. Node takes
// them at its start only, so a process that was started without them starts a second one.
import { spawn } from 'node:child_process';

export const strictFlags = ['--disallow-code-generation-from-strings', '--disable-proto=delete'];

export function isStrict() {
  return strictFlags.every((flag) => process.execArgv.includes(flag));
}

/** Runs this program again under the rules, with the same words, and ends as that process ends. */
export function startStrictly() {
  const words = [...process.execArgv, ...strictFlags, ...process.argv.slice(1)];
  const child = spawn(process.execPath, words, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.once('exit', (code, signal) => {
    for (const name of signals) process.removeAllListeners(name);
    if (signal === null) process.exitCode = code;
    else process.kill(process.pid, signal);
  });
}

/** In the second process: it ends with the first, however that ended. */
export function endWithStarter() {
  process.once('disconnect', () => process.exit(1));
  process.channel?.unref();
}
