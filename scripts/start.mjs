// `npm start`: with nothing but Node, installs what is missing, builds what is older than its sources, and runs the product
// and the sample API. Every failure ends in one sentence that says what to do.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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

/** The product runs in this process, so that a signal to it is a signal to the product; the sample in one of its own. */
async function launch() {
  const allowed = withSample ? `127.0.0.1:${samplePort},localhost:${samplePort}` : '';
  Object.assign(process.env, {
    NODE_ENV: 'production',
    PORT: String(port),
    FLOWRIGHT_ALLOW_HOSTS: [process.env.FLOWRIGHT_ALLOW_HOSTS, allowed].filter(Boolean).join(','),
  });
  if (withSample) startSample();
  await import(pathToFileURL(join(root, 'dist', 'server.mjs')).href);
}

/** In its own process group: Ctrl-C stops the product first, which may still be waiting for answers of the sample. */
function startSample() {
  const dataFile =
    process.env.SAMPLE_DATA ||
    join(process.env.FLOWRIGHT_DATA || join(root, 'data'), 'contoso-invoicing.json');
  const sample = spawn(process.execPath, [join(root, 'scripts', 'lib', 'run-sample.mjs')], {
    cwd: root,
    detached: true,
    env: { ...process.env, SAMPLE_PORT: String(samplePort), SAMPLE_DATA: dataFile },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  sample.on('error', fail);
  sample.on('exit', (code) => {
    if (code) console.error('The sample API ended; flows that call it will fail.');
  });
  sample.unref();
  sample.channel?.unref();
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
