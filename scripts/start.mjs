// `npm start`: with nothing but Node, installs what is missing, builds what is older than its sources, and runs the product
// and the sample API. Every failure ends in one sentence that says what to do.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { installIfNeeded } from './lib/install.mjs';
import { checkFolder, checkNode, fail, root, say } from './lib/preflight.mjs';

const host = process.env.HOST || '127.0.0.1';
const port = readPort('PORT', 3000);
const samplePort = readPort('SAMPLE_PORT', 5080);
const withSample = process.env.SAMPLE !== 'off';

try {
  await prepare();
} catch (error) {
  fail(error);
}
await launch();

async function prepare() {
  checkNode();
  checkFolder(root, 'the project folder');
  checkFolder(process.env.FLOWRIGHT_DATA || join(root, 'data'), 'the data folder (FLOWRIGHT_DATA)');
  await checkPort(port, host, 'PORT');
  if (withSample) await checkPort(samplePort, '127.0.0.1', 'SAMPLE_PORT');
  await installIfNeeded();
  const { buildIfNeeded } = await import('./build.mjs');
  await buildIfNeeded(say);
}

async function launch() {
  const sample = withSample ? await startSample() : undefined;
  const allowed = withSample ? `127.0.0.1:${samplePort},localhost:${samplePort}` : '';
  const server = start('server', {
    NODE_ENV: 'production',
    PORT: String(port),
    FLOWRIGHT_ALLOW_HOSTS: [process.env.FLOWRIGHT_ALLOW_HOSTS, allowed].filter(Boolean).join(','),
  });
  // The terminal sends Ctrl-C to all three; this one waits for the others.
  const stop = (signal) => () => {
    server.kill(signal);
    sample?.kill(signal);
  };
  process.on('SIGINT', () => {});
  process.on('SIGTERM', stop('SIGTERM'));
  server.on('exit', (code) => {
    sample?.kill('SIGTERM');
    process.exitCode = code ?? 0;
  });
}

function start(name, env) {
  const child = spawn(
    process.execPath,
    ['--disallow-code-generation-from-strings', join(root, 'dist', `${name}.mjs`)],
    {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  child.on('error', fail);
  return child;
}

async function startSample() {
  const dataFile =
    process.env.SAMPLE_DATA ||
    join(process.env.FLOWRIGHT_DATA || join(root, 'data'), 'contoso-invoicing.json');
  const sample = start('sample', { SAMPLE_PORT: String(samplePort), SAMPLE_DATA: dataFile });
  sample.on('exit', (code) => {
    if (code) console.error('The sample API ended; flows that call it will fail.');
  });
  return sample;
}

function readPort(name, standard) {
  const value = Number(process.env[name] || standard);
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    fail(new Error(`${name} is a number from 0 to 65535.`));
  return value;
}

function checkPort(wanted, address, name) {
  return new Promise((free, failed) => {
    const probe = createServer();
    probe.once('error', (error) => failed(new Error(portSentence(error, wanted, name))));
    probe.listen(wanted, address, () => probe.close(() => free()));
  });
}

function portSentence(error, wanted, name) {
  if (error.code === 'EADDRINUSE') {
    return `Port ${wanted} is taken by another program. Stop it, or choose another port: ${name}=${wanted + 1} npm start.`;
  }
  if (error.code === 'EACCES')
    return `Port ${wanted} needs more rights than this user has. Choose one above 1023: ${name}=${3000 + wanted} npm start.`;
  return `Port ${wanted} cannot be opened (${error.code}). Check HOST and ${name}.`;
}
