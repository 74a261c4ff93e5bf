import type { Handlers } from '../platform/http/api-function.ts';
import type { culturePublicContract } from './culture-public.contract.ts';
import { type CultureDependencies, cultureFor } from './culture-public.usecases.ts';
import { feedFile } from './feeds.presentation.ts';

/** Seconds anybody may keep an answer; it is the same for everybody, and says of when it is. */
const publicSeconds = 60;

export const culturePublicRoutes = (deps: CultureDependencies): Handlers<typeof culturePublicContract> => {
  const culture = cultureFor(deps);
  return {
    venues: async ({ query, now }) => ({ body: await culture.venues(query.node, now), publicSeconds }),
    venue: async ({ params, now }) => ({ body: await culture.venue(params.venue, now), publicSeconds }),
    venueSessions: async ({ params, query, now }) => ({
      body: await culture.venueSessions(params.venue, query.cursor, now),
      publicSeconds,
    }),
    whatsOn: async ({ query, now }) => ({ body: await culture.whatsOn(query, now), publicSeconds }),
    activity: async ({ params, now }) => ({
      body: await culture.activity(params.activity, now),
      publicSeconds,
    }),
    venueFeed: async ({ params, now }) => ({ file: feedFile(await culture.venueFeed(params.venue, now)) }),
    activityFeed: async ({ params, now }) => ({
      file: feedFile(await culture.activityFeed(params.activity, now)),
    }),
    whatsOnFeed: async ({ query, now }) => ({ file: feedFile(await culture.whatsOnFeed(query.node, now)) }),
  };
};
