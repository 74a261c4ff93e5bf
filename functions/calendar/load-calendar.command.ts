/**
 * Loads the published holiday notices into the table that the environment names:
 * `TABLE_NAME=… MASTER_KEY=… node functions/calendar/load-calendar.command.ts`
 */
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { createCalendars } from './calendar.usecases.ts';
import { loadPublishedYears } from './calendar-published.usecases.ts';

try {
  const core = createCore(parseEnv(coreEnvironment, process.env));
  const { loaded, kept } = await loadPublishedYears(createCalendars(core), core.clock.now());
  process.stdout.write(
    `Calendar years loaded: ${loaded.join(', ') || 'none'}. Left as they were: ${kept.length}.\n`,
  );
} catch (error) {
  process.stderr.write(
    `The calendar was not loaded: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
}
