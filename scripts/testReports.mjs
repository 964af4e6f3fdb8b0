// Reads the JSON reports of Vitest and Playwright: how many tests passed and failed, and how long each took.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} [skipped] - for want of a program, which its title names
 * @property {readonly { readonly title: string, readonly seconds: number }[]} tests
 */

/**
 * Counts of a report. A stage that ended badly has at least one failure, whatever its report says or lacks.
 *
 * @param {'vitest' | 'playwright'} kind
 * @returns {Counts}
 */
export function readReport(kind, file, succeeded) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const counts = kind === 'vitest' ? fromVitest(report) : fromPlaywright(report);
    return { ...counts, failed: succeeded ? counts.failed : Math.max(1, counts.failed) };
  } catch (error) {
    console.error(`no report of this stage: ${error.message}`);
    return { passed: 0, failed: 1, tests: [] };
  }
}

function fromVitest({ numPassedTests, numFailedTests, numPendingTests, testResults }) {
  // A file that does not load fails without a failed test.
  const unloaded = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration = 0 }) => ({
      title: `${path.relative('.', name)} › ${fullName}`,
      seconds: duration / 1000,
    })),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    skipped: numPendingTests,
    tests,
  };
}

function fromPlaywright({ stats, errors, suites }) {
  const testsOf = ({ specs, suites = [] }) => [
    ...specs.flatMap(({ file, title, tests }) =>
      tests.map(({ results }) => ({
        title: `${file} › ${title}`,
        seconds: results.reduce((sum, { duration }) => sum + duration, 0) / 1000,
      })),
    ),
    ...suites.flatMap(testsOf),
  ];
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    tests: suites.flatMap(testsOf),
  };
}
