import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { projectImages } from './projections.usecases.ts';
import { projectors } from './projectors.ts';
import { streamFunction } from './stream-function.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));

export const handler = streamFunction(core, (images) => projectImages(core.store, projectors, images));
