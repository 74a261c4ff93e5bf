import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { retained } from '../retention/retained.ts';
import { projectors } from './projectors.ts';
import { placeForRetention, rebuildProjections } from './rebuild.usecases.ts';

/**
 * Rebuilds lists and figures from the ledgers, and has ended cases wait for the end of their retention period:
 * `npm run rebuild -- 2025-01`. The month is that of the oldest cases
 * to look at; TABLE_NAME and MASTER_KEY name the table as they do for the functions.
 */
const [first] = process.argv.slice(2);
if (!first || !/^\d{4}-\d{2}$/.test(first)) {
  process.stderr.write('Say from which month on: npm run rebuild -- 2025-01\n');
  process.exit(2);
}
const core = createCore(parseEnv(coreEnvironment, process.env));
const last = core.clock.now().slice(0, 7);
const result = await rebuildProjections(core.store, projectors, first, last);
process.stdout.write(`${result.examined} cases examined, ${result.written} written again\n`);
const placed = await placeForRetention(core.store, retained, first, last);
process.stdout.write(`${placed.written} wait anew for the end of their retention period\n`);
