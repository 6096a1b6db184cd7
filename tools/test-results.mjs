// Reads how many tests passed and failed from what vitest and Playwright report.
import { existsSync, readFileSync } from 'node:fs';

/**
 * `{ passed, failed, skipped }` of vitest's JSON report. A file that could not be loaded is one failure,
 * and so is a run that ended badly although every test passed (an unhandled error), or that tested nothing.
 */
export function vitestCounts(file, exitCode, { mayBeEmpty }) {
  if (!existsSync(file)) return { passed: 0, failed: mayBeEmpty && exitCode === 0 ? 0 : 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const unloaded = report.testResults.filter(
    (result) => result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed'),
  );
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  return settled({ passed, failed: report.numFailedTests + unloaded.length, skipped }, exitCode, mayBeEmpty);
}

/** The same of Playwright's JSON report; a journey that passed only when repeated counts as passed and is named by Playwright. */
export function playwrightCounts(file, exitCode, { mayBeEmpty }) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'));
  const failed = stats.unexpected + (stats.unexpected === 0 && errors.length > 0 ? 1 : 0);
  return settled({ passed: stats.expected + stats.flaky, failed, skipped: stats.skipped }, exitCode, mayBeEmpty);
}

function settled(counts, exitCode, mayBeEmpty) {
  const isEmpty = counts.passed + counts.failed === 0;
  if (counts.failed === 0 && (isEmpty ? !mayBeEmpty : exitCode !== 0)) return { ...counts, failed: 1 };
  return counts;
}
