import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type GroupName, groupNames, isGroup } from './groups.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { small: { type: 'boolean', default: false } },
});
const unknown = positionals.find((name) => !isGroup(name));
if (unknown !== undefined) {
  process.stderr.write(`There is no group ${unknown}: npm run bench -- [${groupNames.join('|')}]\n`);
  process.exit(2);
}

let notMet = 0;
let failed = 0;

/** A process each: functions keep the store they were loaded with, and that ends with its group. */
const measure = async (name: GroupName): Promise<void> => {
  const child = fork(join(import.meta.dirname, 'group.child.ts'), [
    name,
    ...(values.small ? ['--small'] : []),
  ]);
  child.on('message', (missed) => {
    notMet += Number(missed);
  });
  const end = (): void => {
    child.kill('SIGTERM');
  };
  process.once('exit', end);
  // What it has told is known for certain only once it can tell nothing more.
  await Promise.all([once(child, 'exit'), once(child, 'disconnect')]);
  process.removeListener('exit', end);
  if (child.exitCode !== 0) failed += 1;
};

process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

for (const name of positionals.length > 0 ? positionals.filter(isGroup) : groupNames) await measure(name);
const verdict = [
  ...(notMet > 0 ? [`${notMet} budgets are not met.`] : []),
  ...(failed > 0 ? [`${failed} groups could not be measured.`] : []),
].join(' ');
process.stdout.write(
  `\n${verdict || 'Every budget is met.'} Ratios of one run count; single values move with the machine.\n`,
);
process.exit(failed > 0 ? 1 : 0);
