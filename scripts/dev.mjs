// `npm run dev`: pages by next dev, the backend rebuilt and replaced when its sources change, the sample API beside it.
// An engine inside next dev would survive a reload with its old code; here it is stopped and started anew.
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleOptions, root } from './bundle.mjs';
import { installIfNeeded } from './lib/install.mjs';
import { checkNode, fail, say } from './lib/preflight.mjs';
import { allowedHosts, readSample } from './lib/sample.mjs';

const folder = join(root, 'dist', 'dev');
let server;
let count = 0;

try {
  checkNode();
  await installIfNeeded();
  await develop(readSample());
} catch (error) {
  fail(error);
}

async function develop(sample) {
  process.env.FLOWRIGHT_ALLOW_HOSTS = allowedHosts();
  const { build, context } = await import('esbuild');
  await rm(folder, { recursive: true, force: true });
  await build(
    bundleOptions({ front: 'server/development.ts', sample: 'samples/contoso-invoicing/main.ts' }, folder),
  );
  const backend = await context({
    ...bundleOptions({}, folder),
    entryPoints: { backend: 'server/backend.ts' },
    entryNames: '[name]-[hash]',
    splitting: false,
    metafile: true,
    plugins: [{ name: 'reload', setup: (step) => step.onEnd(reload) }],
  });
  const sampleProcess = sample.wanted ? startSample(sample) : undefined;
  await backend.watch({ delay: 300 });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      sampleProcess?.kill();
      await backend.dispose();
      await server?.stop();
      process.exit(0);
    });
  }
}

async function reload(result) {
  if (result.errors.length > 0) return;
  const output = Object.keys(result.metafile.outputs).find((name) => name.endsWith('.mjs'));
  const url = `${pathToFileURL(join(root, output)).href}?${count}`;
  count += 1;
  try {
    if (server !== undefined) {
      await server.reload(url);
      say('The backend was replaced.');
      return;
    }
    const { startDevelopment } = await import(pathToFileURL(join(folder, 'front.mjs')).href);
    server = await startDevelopment(url);
    for (const line of server.lines) say(line);
  } catch (error) {
    console.error(error);
  }
}

function startSample({ port, dataFile }) {
  return spawn(process.execPath, [join(folder, 'sample.mjs')], {
    stdio: 'inherit',
    env: { ...process.env, SAMPLE_PORT: String(port), SAMPLE_DATA: dataFile },
  });
}
