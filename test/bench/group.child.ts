import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { groups, isGroup } from './groups.ts';
import { tableOf } from './report.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { small: { type: 'boolean', default: false } },
});
const [name = ''] = positionals;
if (!isGroup(name)) throw new Error(`there is no group ${name}`);
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
// What a group leaves in the background, engines and folders, ends with the process in order.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

const started = performance.now();
let failed = 0;
let notMet = 0;
say(`\n${name}`);
try {
  const measure = await groups[name]();
  const report = await measure({ small: values.small });
  notMet = report.rows.filter(({ isMet }) => isMet === false).length;
  say(tableOf(report));
} catch (error) {
  failed = 1;
  say(`  could not be measured: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
}
const load = loadavg()[0] ?? 0;
say(
  `  ${((performance.now() - started) / 1000).toFixed(0)} s; load ${load.toFixed(1)} on ${cpus().length} cores`,
);
if (process.send) process.send(notMet, () => process.exit(failed));
else process.exit(failed);
