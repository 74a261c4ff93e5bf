import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as v from 'valibot';

const root = resolve(import.meta.dirname, '..');
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

interface Ended {
  readonly isGreen: boolean;
  readonly output: string;
}

/** The tools that read the source; everything they say is shown. */
const tools: readonly Step[] = [
  { name: 'format and lint', command: ['biome', 'check', '.'] },
  { name: 'types of functions, infrastructure and tests', command: ['tsc', '-p', '.'] },
  { name: 'types of the site', command: ['tsc', '-p', 'web'] },
  { name: 'dead code and dependencies', command: ['knip', '--no-progress'] },
];

const run = ({ command: [program, ...args] }: Step, isShown: boolean): Promise<Ended> =>
  new Promise((end) => {
    const child = spawn(join(root, 'node_modules/.bin', program), args, {
      cwd: root,
      stdio: isShown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (data) => {
      output += data;
    });
    child.stderr?.on('data', (data) => {
      output += data;
    });
    child.on('error', (error) => end({ isGreen: false, output: error.message }));
    child.on('close', (code) => end({ isGreen: code === 0, output }));
  });

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const runTools = async (): Promise<number> => {
  const failures = await Promise.all(
    tools.map(async (step) => {
      const started = performance.now();
      const { isGreen, output } = await run(step, false);
      say(`${isGreen ? '✓' : '✗'} ${step.name} (${seconds(started)})`);
      if (!isGreen) say(output);
      return isGreen ? 0 : 1;
    }),
  );
  return failures.reduce<number>((sum, failure) => sum + failure, 0);
};

const reportSchema = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numTotalTests: v.number(),
});

interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const runTests = async (): Promise<Totals> => {
  const folder = mkdtempSync(join(tmpdir(), 'huimin-test-'));
  try {
    const report = join(folder, 'report.json');
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`] as const;
    const { isGreen } = await run({ name: 'tests', command: ['vitest', ...args] }, true);
    // It ended before it could count: everything it had to say is above.
    if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
    const { numPassedTests, numFailedTests, numTotalTests } = v.parse(
      reportSchema,
      JSON.parse(readFileSync(report, 'utf8')),
    );
    // A file that can't be loaded, or an error outside of any test, fails no test but the run.
    const failed = Math.max(numFailedTests, isGreen ? 0 : 1);
    return { passed: numPassedTests, failed, skipped: numTotalTests - numPassedTests - numFailedTests };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const started = performance.now();
const brokenTools = await runTools();
const tests = await runTests();
const failed = tests.failed + brokenTools;
say(`everything took ${seconds(started)}`);
say(`${tests.passed + tools.length - brokenTools} passed, ${failed} failed, ${tests.skipped} skipped`);
process.exit(failed > 0 ? 1 : 0);
