import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { chromium } from '@playwright/test';
import { z } from 'zod';

// Lint, types, unused code, unit and server tests, production build, browser stories. Each of the checks without a
// report of its own counts as one that passed or failed; tests and stories are counted from their reports. What failed is
// named once more at the end, where it is looked for.
type Count = { passed: number; failed: number; named?: string[] };
type Step = { name: string; command: string; report?: { file: string; count: (report: unknown) => Count } };

const root = join(import.meta.dirname, '..');
const results = join(root, 'test-results');

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

const steps: Step[] = [
  { name: 'lint and format', command: 'npm run --silent lint' },
  { name: 'types', command: 'npm run --silent types' },
  { name: 'unused code', command: 'npm run --silent unused' },
  {
    name: 'unit, property and server tests',
    command: 'npm test --silent -- --reporter=default --reporter=json --outputFile.json=test-results/vitest.json',
    report: {
      file: 'vitest.json',
      count(report) {
        const { numPassedTests: passed, numFailedTests: failed, testResults } = vitestReport.parse(report);
        const named = testResults.flatMap((file) => {
          const tests = file.assertionResults.filter(({ status }) => status === 'failed');
          if (file.status === 'failed' && tests.length === 0) return [`${relative(root, file.name)}\n${file.message}`];
          return tests.map(
            (test) => `${relative(root, file.name)}: ${test.fullName}\n${test.failureMessages.join('\n')}`,
          );
        });
        return { passed, failed, named };
      },
    },
  },
  { name: 'production build', command: 'node script/prepare.mjs' },
  {
    name: 'browser stories',
    command: 'npm run --silent e2e',
    report: {
      file: 'e2e.json',
      // A story that passed only at the second try did not pass.
      count(report) {
        const { expected, unexpected, flaky } = playwrightReport.parse(report).stats;
        return { passed: expected, failed: unexpected + flaky };
      },
    },
  },
];

rmSync(results, { recursive: true, force: true });
const browser = provideBrowser();
const counts = steps.map((step) =>
  step.name === 'browser stories' && !browser ? { passed: 0, failed: 1 } : run(step),
);
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
for (const named of counts.flatMap((count) => count.named ?? [])) console.log(`\nfailed: ${named}`);
console.log(
  `\n${steps.map(({ name }, n) => `${name}: ${counts[n]?.passed} passed, ${counts[n]?.failed} failed`).join('\n')}`,
);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function run({ name, command, report }: Step): Count {
  console.log(`\n== ${name}`);
  const [program = '', ...args] = command.split(' ');
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, CI: '1' } });
  const ended = status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (!report) return ended;
  const file = join(results, report.file);
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const count = report.count(JSON.parse(readFileSync(file, 'utf8')));
  // Failing outside a test (a broken set-up, a file that does not load) is a failure too.
  if (status === 0 || count.failed > 0) return count;
  return { ...count, failed: 1, named: [`${name}: ended with ${status} outside of any test, said where it ran`] };
}

/** Debian's Chromium or Playwright's own; as root on Debian it is installed, elsewhere we say what to install. */
function provideBrowser(): boolean {
  const present = () => existsSync('/usr/bin/chromium') || existsSync(chromium.executablePath());
  if (present()) return true;
  const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (debian) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-q'], { stdio: 'inherit', env });
    const packages = ['chromium', 'fonts-noto-cjk'];
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { stdio: 'inherit', env });
  }
  if (present()) return true;
  console.error(
    'no browser for the stories: install chromium and fonts-noto-cjk, or run npx playwright install chromium',
  );
  return false;
}
