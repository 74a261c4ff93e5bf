import { createCalendars } from '../calendar/calendar.usecases.ts';
import { followCase } from '../findings/settling.usecases.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { judges } from './judges.ts';
import { type FailedImage, streamFunction } from './stream-function.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));
const deps = { ...core, calendars: createCalendars(core) };

export const handler = streamFunction(core, async (images) => {
  const failed: FailedImage[] = [];
  for (const image of images) {
    try {
      await followCase(deps, judges, image);
    } catch (error) {
      failed.push({ image, error });
    }
  }
  return failed;
});
