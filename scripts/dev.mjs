// `npm run dev`: pages by next dev, the backend rebuilt and replaced when its sources change, the sample API beside it.
// An engine inside next dev would survive a reload with its old code; here it is stopped and started anew.
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, context } from 'esbuild';
import { bundleOptions, root } from './bundle.mjs';

const folder = join(root, 'dist', 'dev');
const samplePort = process.env.SAMPLE_PORT || '5080';
process.env.FLOWRIGHT_ALLOW_HOSTS ||= `127.0.0.1:${samplePort},localhost:${samplePort}`;

await rm(folder, { recursive: true, force: true });
await build(
  bundleOptions({ front: 'server/development.ts', sample: 'samples/contoso-invoicing/main.ts' }, folder),
);

let server;
let count = 0;
const backend = await context({
  ...bundleOptions({}, folder),
  entryPoints: { backend: 'server/backend.ts' },
  entryNames: '[name]-[hash]',
  splitting: false,
  metafile: true,
  plugins: [{ name: 'reload', setup: (step) => step.onEnd((result) => reload(result)) }],
});

async function reload(result) {
  if (result.errors.length > 0) return;
  const output = Object.keys(result.metafile.outputs).find((name) => name.endsWith('.mjs'));
  const url = `${pathToFileURL(join(root, output)).href}?${count}`;
  count += 1;
  try {
    if (server !== undefined) {
      await server.reload(url);
      console.log('The backend was replaced.');
      return;
    }
    const { startDevelopment } = await import(pathToFileURL(join(folder, 'front.mjs')).href);
    server = await startDevelopment(url);
    console.log(`Flowright  ${server.url}`);
  } catch (error) {
    console.error(error);
  }
}

const sample = spawn(process.execPath, [join(folder, 'sample.mjs')], {
  stdio: 'inherit',
  env: { ...process.env, SAMPLE_PORT: samplePort },
});

await backend.watch({ delay: 300 });

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    sample.kill();
    await backend.dispose();
    await server?.stop();
    process.exit(0);
  });
}
