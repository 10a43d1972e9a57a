// `npm test`: installs what is missing, finds a browser, builds, and runs everything that proves the product.
// The last line is `N passed, N failed`, with `, N skipped` where tests were skipped.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installIfNeeded } from './lib/install.mjs';
import { checkFolder, checkNode, fail, root, say } from './lib/preflight.mjs';
import { run } from './lib/run.mjs';

const total = { passed: 0, failed: 0, skipped: 0 };

try {
  checkNode();
  checkFolder(root, 'the project folder');
  await installIfNeeded();
  const { ensureBrowser } = await import('./lib/find-browser.mjs');
  const browser = await ensureBrowser(say);
  say(`Browser: ${browser}`);
  process.env.CHROME_PATH = browser;
  const { buildIfNeeded } = await import('./build.mjs');
  await buildIfNeeded(say);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

for (const project of ['unit', 'product']) {
  say(`Tests: ${project}`);
  await runProject(project).catch(fail);
}
const skipped = total.skipped === 0 ? '' : `, ${total.skipped} skipped`;
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

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
  const counts = await readFile(report, 'utf8').then(readCounts, () => ({
    passed: 0,
    failed: 1,
    skipped: 0,
  }));
  // A file that cannot be loaded, or an error outside any test, fails the run without a failed test.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  for (const key of Object.keys(total)) total[key] += counts[key];
  await rm(folder, { recursive: true, force: true });
}

function readCounts(text) {
  const report = JSON.parse(text);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
