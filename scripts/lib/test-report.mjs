// Counts of one test run, read from vitest's JSON report, and the lines that close `npm test`.

/** `{ passed, failed, skipped, where }`; `where` names the files that skipped something. */
export function readReport(text, root) {
  const report = JSON.parse(text);
  const isSkipped = ({ status }) => status === 'skipped' || status === 'pending' || status === 'todo';
  const where = report.testResults
    .filter(({ assertionResults }) => assertionResults.some(isSkipped))
    .map(({ name }) => (name.startsWith(root) ? name.slice(root.length) : name));
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests, numTodoTests } = report;
  return { passed, failed, skipped: numPendingTests + numTodoTests, where };
}

/** The last line is always `N passed, N failed`; what was skipped stands in a line of its own before it. */
export function closingLines({ passed, failed, skipped, where }) {
  const last = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? [last] : [`Skipped: ${skipped} (${where.join(', ')})`, last];
}
