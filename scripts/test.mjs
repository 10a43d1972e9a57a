// `npm test`: installs what is missing, finds a browser, builds, and runs everything that proves the product.
// However it ends, the last line is `N passed, N failed`.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded } from './build.mjs';
import { installIfNeeded } from './lib/install.mjs';
import { checkFolder, checkNode, fail, root, say } from './lib/preflight.mjs';
import { run } from './lib/run.mjs';
import { closingLines, readReport } from './lib/test-report.mjs';

const total = { passed: 0, failed: 0, skipped: 0, where: [] };

process.on('exit', (code) => {
  if (code !== 0 && total.failed === 0) total.failed = 1;
  for (const line of closingLines(total)) console.log(line);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

try {
  await prepare();
  for (const project of ['unit', 'product']) {
    say(`Tests: ${project}`);
    await runProject(project);
  }
} catch (error) {
  total.failed += 1;
  fail(error);
}
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

async function prepare() {
  checkNode();
  checkFolder(root, 'the project folder');
  await installIfNeeded();
  const { ensureBrowser } = await import('./lib/find-browser.mjs');
  process.env.CHROME_PATH = await ensureBrowser(say);
  say(`Browser: ${process.env.CHROME_PATH}`);
  await buildIfNeeded();
}

async function runProject(project) {
  const folder = await mkdtemp(join(tmpdir(), 'flowright-test-'));
  const report = join(folder, 'report.json');
  const code = await run(process.execPath, [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const text = await readFile(report, 'utf8').catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
  const counts =
    text === undefined ? { passed: 0, failed: 0, skipped: 0, where: [] } : readReport(text, root);
  // A file that cannot be loaded, an error outside any test or a lost report fails the run without a failed test.
  if ((code !== 0 || text === undefined) && counts.failed === 0) counts.failed = 1;
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  total.where.push(...counts.where);
}
