import * as v from 'valibot';
import { coreEnvironment } from '../platform/runtime/environment.ts';

export const accessEnvironment = v.object({
  ...coreEnvironment.entries,
  /**
   * Set on one machine only, when it is reached by plain http: a browser would otherwise drop the session
   * cookie. Never set where other people's networks lie in between.
   */
  COOKIE_OVER_HTTP: v.optional(v.literal('yes')),
});
