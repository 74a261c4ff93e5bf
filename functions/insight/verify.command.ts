import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { projectors } from './projectors.ts';
import { verifyCases } from './verify.usecases.ts';

/**
 * Walks the chain of every case raised since a month: `npm run verify -- 2025-01`. Names the first broken link of
 * each case that is not whole, and ends with 1 when there is one.
 */
const [first] = process.argv.slice(2);
if (!first || !/^\d{4}-\d{2}$/.test(first)) {
  process.stderr.write('Say from which month on: npm run verify -- 2025-01\n');
  process.exit(2);
}
const core = createCore(parseEnv(coreEnvironment, process.env));
// Two that stand in no list.
const kinds = [...projectors.map(({ kind }) => kind), 'CALENDAR', 'CHECK', 'DAYLEDGER'];
const { examined, broken } = await verifyCases(core, kinds, first, core.clock.now().slice(0, 7));
for (const { kind, id, verdict } of broken) {
  if (!verdict.whole)
    process.stdout.write(`${kind} ${id}: broken at event ${verdict.brokenAt}: ${verdict.why}\n`);
}
process.stdout.write(`${examined} cases examined, ${broken.length} broken\n`);
process.exit(broken.length > 0 ? 1 : 0);
