// `npm test`: how it ends. Its last line is read by machines.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '@/db/project-root';

/** Plain JavaScript, so its types are said here. */
interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  where: string[];
}
interface TestReport {
  readReport(text: string, root: string): Counts;
  closingLines(counts: Counts): string[];
}

const { readReport, closingLines } = (await import(
  new URL('../../scripts/lib/test-report.mjs', import.meta.url).href
)) as TestReport;

describe('npm test', () => {
  it('ends with what passed and failed, and says before it what was skipped', () => {
    const text = JSON.stringify({
      numPassedTests: 7,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 0,
      testResults: [
        { name: '/here/tests/a.test.ts', assertionResults: [{ status: 'passed' }, { status: 'skipped' }] },
        { name: '/here/tests/b.test.ts', assertionResults: [{ status: 'failed' }] },
      ],
    });
    const counts = readReport(text, '/here/');
    expect(counts).toEqual({ passed: 7, failed: 1, skipped: 2, where: ['tests/a.test.ts'] });
    expect(closingLines(counts)).toEqual(['Skipped: 2 (tests/a.test.ts)', '7 passed, 1 failed']);
    expect(closingLines({ ...counts, skipped: 0, where: [] })).toEqual(['7 passed, 1 failed']);
  });

  it('counts one failure when it cannot begin', async () => {
    const script = join(projectRoot(), 'scripts/test.mjs');
    const env = { ...process.env, CHROME_PATH: '/no/browser' };
    const { code, stdout, stderr } = await new Promise<{ code: unknown; stdout: string; stderr: string }>(
      (done) =>
        execFile(process.execPath, [script], { env }, (error, stdout, stderr) =>
          done({ code: error?.code, stdout, stderr }),
        ),
    );
    expect(code).toBe(1);
    expect(stdout).toBe('0 passed, 1 failed\n');
    expect(stderr).toBe('CHROME_PATH names /no/browser, which does not exist. Correct it, or unset it.\n');
  });
});
