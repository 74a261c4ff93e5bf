import { followTelling } from '../messages/telling.usecases.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { type FailedImage, streamFunction } from './stream-function.ts';
import { tellers } from './tellers.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));

export const handler = streamFunction(core, async (images) => {
  const failed: FailedImage[] = [];
  for (const image of images) {
    try {
      await followTelling(core, tellers, image);
    } catch (error) {
      failed.push({ image, error });
    }
  }
  return failed;
});
