import { addDays, localDateOf } from '../../functions/platform/runtime/time.ts';
import type { culturePublicContract } from '../../functions/programme/culture-public.contract.ts';
import { followActivity } from '../../functions/programme/listing.usecases.ts';
import { programmeContract } from '../../functions/programme/programme.contract.ts';
import { activityKey } from '../../functions/programme/programme.store.ts';
import { programmeFiguresContract } from '../../functions/programme/programme-figures.contract.ts';
import { venuesContract } from '../../functions/venues/venues.contract.ts';
import { callRow } from '../support/call.ts';
import { type District, places } from '../support/district.ts';
import type { Functions } from '../support/functions.ts';
import { textIn } from '../support/issues.ts';
import { newActivity, thursdays } from '../support/programme.ts';
import { newVenue } from '../support/venues.ts';
import type { Plays } from './units.plays.ts';

const { create, sessions, publication } = programmeContract.routes;
const { recordPublicity } = programmeFiguresContract.routes;

interface CulturePlays {
  readonly residents: Plays<typeof culturePublicContract>;
  readonly figures: Plays<typeof programmeFiguresContract>;
}

/** What has to be there before each route residents see culture by, and of a year's figures. */
export const culturePlays = ({ accounts, parts }: District, functions: Functions): CulturePlays => {
  const { cookie } = accounts.culture;
  const { programme, venues, 'programme-figures': figures } = functions;
  const today = localDateOf(parts.clock.now());
  const query = { node: places.town };
  const ofYear = { ...query, year: today.slice(0, 4) };

  const venue = async (): Promise<{ venue: string }> => ({
    venue:
      textIn(
        (await callRow(venues, venuesContract.routes.create, { cookie, body: newVenue() })).body,
        'venue',
      ) ?? '',
  });
  /** Published, with four dates in the lists. */
  const activity = async (): Promise<{ activity: string }> => {
    const made = await callRow(programme, create, { cookie, body: newActivity() });
    const params = { activity: textIn(made.body, 'activity') ?? '' };
    const rule = thursdays({
      ...{ from: addDays(today, 1), until: addDays(today, 4), weekdays: [1, 2, 3, 4, 5, 6, 7] },
    });
    await callRow(programme, sessions, { cookie, params, body: { rule, place: '书画室' }, ifMatch: 1 });
    await callRow(programme, publication, { cookie, params, body: {}, ifMatch: 2 });
    await followActivity(parts, (await parts.store.get(activityKey(params.activity))) ?? {});
    return params;
  };
  const entry = { node: places.village, day: today, channel: 'wechat', title: '公益培训开班', reach: 1200 };
  const made = async (row: typeof recordPublicity, body: object, field: string) =>
    textIn((await callRow(figures, row, { cookie, body })).body, field) ?? '';

  return {
    residents: {
      venues: async () => ({ query }),
      venue: async () => ({ params: await venue() }),
      venueSessions: async () => ({ params: await venue(), query: {} }),
      whatsOn: async () => ({ query }),
      activity: async () => ({ params: await activity() }),
      venueFeed: async () => ({ params: await venue() }),
      activityFeed: async () => ({ params: await activity() }),
      whatsOnFeed: async () => ({ query }),
    },
    figures: {
      figures: async () => ({ cookie, query: ofYear }),
      coverage: async () => ({ cookie, query: { ...ofYear, category: 'course' } }),
      publicity: async () => ({ cookie, query: ofYear }),
      recordPublicity: async () => ({ cookie, body: entry }),
      withdrawPublicity: async () => ({
        ...{ cookie, params: { entry: await made(recordPublicity, entry, 'entry') } },
        ...{ body: { reason: '重复登记' }, ifMatch: 1 },
      }),
    },
  };
};
