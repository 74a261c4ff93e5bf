import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type Options, type Report, tableOf } from './report.ts';

type Group = (options: Options) => Promise<Report>;

/** In the order they are run; each loads only what it needs. */
const groups = {
  units: async () => (await import('./units.ts')).default,
  throughput: async () => (await import('./throughput.ts')).default,
  register: async () => (await import('./register-loading.ts')).default,
  plan: async () => (await import('./village-plans.ts')).default,
  sync: async () => (await import('./visits-sync.ts')).default,
  pages: async () => (await import('./pages.ts')).default,
  visits: async () => (await import('./visit-pages.ts')).default,
  bundles: async () => (await import('./bundles.ts')).default,
  runtime: async () => (await import('./runtime.ts')).default,
  site: async () => (await import('./site.ts')).default,
  field: async () => (await import('./field.ts')).default,
  machine: async () => (await import('./machine.ts')).default,
} as const satisfies Readonly<Record<string, () => Promise<Group>>>;

const isGroup = (name: string): name is keyof typeof groups => Object.hasOwn(groups, name);
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { small: { type: 'boolean', default: false } },
});
const unknown = positionals.find((name) => !isGroup(name));
if (unknown !== undefined) {
  process.stderr.write(`There is no group ${unknown}: npm run bench -- [${Object.keys(groups).join('|')}]\n`);
  process.exit(2);
}
// What a group leaves in the background, engines and folders, ends with the process in order.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

const chosen = positionals.length > 0 ? positionals.filter(isGroup) : Object.keys(groups).filter(isGroup);
let notMet = 0;
let failed = 0;
for (const name of chosen) {
  const started = performance.now();
  say(`\n${name}`);
  try {
    const measure = await groups[name]();
    const report = await measure({ small: values.small });
    notMet += report.rows.filter(({ isMet }) => isMet === false).length;
    say(tableOf(report));
  } catch (error) {
    failed += 1;
    say(
      `  could not be measured: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
  const load = loadavg()[0] ?? 0;
  say(
    `  ${((performance.now() - started) / 1000).toFixed(0)} s; load ${load.toFixed(1)} on ${cpus().length} cores`,
  );
}
say(
  `\n${notMet === 0 ? 'Every budget is met.' : `${notMet} budgets are not met.`} Ratios of one run count; single values move with the machine.`,
);
process.exit(failed > 0 ? 1 : 0);
