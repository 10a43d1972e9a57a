// `npm start`: with nothing but Node, installs what is missing, builds what is older than its sources, and runs the product
// and the sample API. Every failure ends in one sentence that says what to do.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfNeeded } from './build.mjs';
import { installIfNeeded } from './lib/install.mjs';
import { checkFolder, checkNode, fail, readPort, root } from './lib/preflight.mjs';
import { allowedHosts, readSample } from './lib/sample.mjs';

try {
  const { port, sample } = await prepare();
  await launch(port, sample);
} catch (error) {
  fail(error);
}

async function prepare() {
  checkNode();
  const port = readPort('PORT', 3000);
  const sample = readSample();
  checkFolder(root, 'the project folder');
  checkFolder(resolve(root, process.env.FLOWRIGHT_DATA || 'data'), 'the data folder (FLOWRIGHT_DATA)');
  await checkPort(port, process.env.HOST || '127.0.0.1', 'PORT');
  if (sample.wanted) await checkPort(sample.port, '127.0.0.1', 'SAMPLE_PORT');
  await installIfNeeded();
  await buildIfNeeded();
  return { port, sample };
}

/** The product runs in this process, so that a signal to it is a signal to the product; the sample in one of its own. */
async function launch(port, sample) {
  const settings = { NODE_ENV: 'production', PORT: String(port), FLOWRIGHT_ALLOW_HOSTS: allowedHosts() };
  Object.assign(process.env, settings);
  if (sample.wanted) startSample(sample);
  await import(pathToFileURL(join(root, 'dist', 'server.mjs')).href);
}

/** In its own process group: Ctrl-C stops the product first, which may still be waiting for answers of the sample. */
function startSample({ port, dataFile }) {
  const sample = spawn(process.execPath, [join(root, 'scripts', 'lib', 'run-sample.mjs')], {
    cwd: root,
    detached: true,
    env: { ...process.env, SAMPLE_PORT: String(port), SAMPLE_DATA: dataFile },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  sample.on('error', fail);
  sample.on('exit', (code) => {
    if (code) console.error('The sample API ended; flows that call it will fail.');
  });
  sample.unref();
  sample.channel?.unref();
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
