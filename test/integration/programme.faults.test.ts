import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { projectImages } from '../../functions/insight/projections.usecases.ts';
import { projectors } from '../../functions/insight/projectors.ts';
import { type FailedImage, newestImages } from '../../functions/insight/stream-function.ts';
import { verifyChain } from '../../functions/platform/ledger/chain.ts';
import { parseStored } from '../../functions/platform/ledger/ledger.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import type { Item } from '../../functions/platform/runtime/store.ts';
import { parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { listedSessions } from '../../functions/programme/listing.rules.ts';
import { followActivity } from '../../functions/programme/listing.usecases.ts';
import { activityProjector, listedSessionProjector } from '../../functions/programme/programme.projector.ts';
import { activityKey, activityType, listedSessionType } from '../../functions/programme/programme.store.ts';
import { claimedSlots } from '../../functions/venues/room-slots.usecases.ts';
import { bookingDay } from '../support/bookings.ts';
import { places } from '../support/district.ts';
import { makeFaulty, randomFrom } from '../support/faults.ts';
import { details, openProgramme, type ProgrammeBed, thursdays } from '../support/programme.ts';
import { recount, said, statesOf } from '../support/projections.ts';

let bed: ProgrammeBed;
beforeAll(async () => {
  bed = await openProgramme();
});
afterAll(() => bed[Symbol.asyncDispose]());
beforeEach(() => bed.platform.clock.set(bookingDay));

const nothing = async (): Promise<void> => undefined;

/** What the reactions do with the activities of a batch: one that fails keeps no other back. */
const followed =
  (core: Core) =>
  async (batch: readonly Item[]): Promise<readonly FailedImage[]> => {
    const failed: FailedImage[] = [];
    for (const image of newestImages(batch))
      await followActivity(core, image).catch((error: unknown) => failed.push({ image, error }));
    return failed;
  };

/** In any order, every third twice, up to three at a time; what fails comes again until nothing does. */
const delivered = async (
  images: readonly Item[],
  random: () => number,
  follow: (batch: readonly Item[]) => Promise<readonly FailedImage[]>,
): Promise<void> => {
  let waiting = [...images, ...images.filter((_, index) => index % 3 === 0)]
    .map((image) => ({ image, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ image }) => image);
  for (let round = 0; waiting.length > 0; round++) {
    if (round > 500) throw new Error('it fails for ever');
    const batch = waiting.slice(0, 1 + Math.floor(random() * 3));
    const failed = await follow(batch).catch((error: unknown) =>
      batch.map((image): FailedImage => ({ image, error })),
    );
    waiting = [...waiting.slice(batch.length), ...failed.map(({ image }) => image)];
  }
};

const stateOf = async (activity: string): Promise<Item> =>
  (await bed.core.store.get(activityKey(activity))) ?? {};

const sessionsOf = async (activity: string) =>
  statesOf(await bed.platform.everything(), listedSessionType.kind)
    .map((item) => parseStored(listedSessionType, item))
    .filter(({ state }) => state.activity === activity)
    .sort((a, b) => a.state.no - b.state.no);

/** Every session says what its activity says, and came to it by one whole history in the order of its versions. */
const expectFollowed = async (activity: string): Promise<void> => {
  const { state } = parseStored(activityType, await stateOf(activity));
  const sessions = await sessionsOf(activity);
  const listed = sessions.map(({ state: { listedAt: _, changedAt: __, ...rest } }) => rest);
  expect(listed).toEqual(listedSessions(activity, state));
  for (const stored of sessions) {
    const links = await bed.core.ledger.history(listedSessionType.kind, stored.id);
    expect(verifyChain(listedSessionType.kind, stored.id, links, stored).whole).toBe(true);
    const versions = links.map(({ data }) => Number(data['version']));
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  }
};

/**
 * A course in a room that is published, moved, renamed, partly called off and in the end wholly; each state it had.
 * @param seen what is done with each of them before the next.
 */
const lifeOf = async (
  venue: string,
  seen: (image: Item) => Promise<void> = nothing,
): Promise<{ activity: string; images: Item[] }> => {
  const activity = await bed.draft({}, { venue, room: 1, place: undefined });
  const images: Item[] = [];
  const step = async (...[route, body, no]: [Parameters<ProgrammeBed['change']>[0], object, number?]) => {
    await bed.change(route, activity, body, no);
    const image = await stateOf(activity);
    images.push(image);
    await seen(image);
  };
  await step('publication', {});
  await step('move', { from: '2026-12-03T20:30:00+08:00', to: '2026-12-03T22:00:00+08:00', reason: '晚' }, 2);
  await step('details', { ...details(), title: '书法提高班', villages: [places.village] });
  await step('cancelSession', { reason: '停课' }, 3);
  bed.platform.clock.set('2026-11-27T09:00:00+08:00');
  await step('attendance', { people: 31 }, 1);
  await step('attendance', { people: 33 }, 1);
  await step('cancellation', { reason: '场馆检修' });
  return { activity, images };
};

const faulty = (seed: number, rate: number) => {
  const client = bed.platform.newClient();
  const log = makeFaulty(client, { seed, rate });
  return { core: bed.platform.through(client), log };
};

describe('what follows from an activity', () => {
  test.each([31, 32, 33])(
    'is brought while it changes and after, in any order, twice, by two at once, on an unreliable table: every date is listed as it stands, its room free (seed %i)',
    async (seed) => {
      const venue = await bed.venue();
      const { core, log } = faulty(seed, 0.35);
      const random = randomFrom(seed);
      const late: Promise<void>[] = [];
      const { activity, images } = await lifeOf(venue, async (image) => {
        late.push(delivered([image], random, followed(core)));
        // Every other one is seen to its end, so that dates are listed that change again, and again.
        if (late.length % 2 === 1) await late.at(-1);
      });
      await Promise.all([...late, delivered(images, random, followed(core))]);
      expect([...log.met.values()].reduce((sum, met) => sum + met, 0)).toBeGreaterThan(10);
      expect(Math.max(...(await sessionsOf(activity)).map(({ version }) => version))).toBeGreaterThan(2);
      await expectFollowed(activity);
      for (const day of ['2026-12-03', '2026-12-10', '2026-12-17'])
        expect(await claimedSlots(bed.core.store, { venue, room: 1, day: parseLocalDate(day) })).toEqual(
          new Map(),
        );
    },
  );

  test('goes on where a crash between two transactions left it: no date is listed twice, none left out', async () => {
    const often = { from: '2026-11-26', until: '2026-12-15', weekdays: [1, 2, 3, 4, 5, 6, 7] };
    const times = ['09:00', '14:00', '19:30'].map((from) => ({ from, to: `${from.slice(0, 2)}:45` }));
    const activity = await bed.published(undefined, { rule: thursdays({ ...often, times }) });
    // Two transactions are sent at once; the process ends when the first is answered.
    let first: ReturnType<Core['store']['transact']> | undefined;
    const store: Core['store'] = {
      ...bed.core.store,
      transact: async (writes, token) => {
        if (!first) {
          first = bed.core.store.transact(writes, token);
          return first;
        }
        await first;
        throw new Error('the process ended');
      },
    };
    const image = await stateOf(activity);
    expect(await followed({ ...bed.core, store })([image])).toMatchObject([{ image }]);
    const before = await sessionsOf(activity);
    expect(before).toHaveLength(50);
    expect(await followed(bed.core)([image])).toEqual([]);
    expect(await sessionsOf(activity)).toHaveLength(60);
    expect((await sessionsOf(activity)).map(({ version }) => version)).toEqual(Array(60).fill(1));
    await expectFollowed(activity);
  });

  test('is the same however often it comes again, and a state that comes late brings nothing back', async () => {
    const { activity, images } = await lifeOf(await bed.venue());
    await followed(bed.core)(images.slice(-1));
    const before = await sessionsOf(activity);
    for (const image of images) expect(await followed(bed.core)([image])).toEqual([]);
    expect(await sessionsOf(activity)).toEqual(before);
  });
});

test('the lists and the figures of a year equal a recount, in whatever order and however often states arrive', async () => {
  const seen = new Map<string, Item>();
  const look = async (): Promise<void> => {
    for (const item of await bed.platform.everything())
      if (item['SK'] === 'STATE') seen.set(`${item['PK']} ${item['version']}`, item);
  };
  for (let n = 0; n < 2; n++) {
    bed.platform.clock.set(bookingDay);
    await lifeOf(await bed.venue(), async (image) => {
      await look();
      await followed(bed.core)([image]);
    });
  }
  bed.platform.clock.set(bookingDay);
  const running = await bed.published(undefined, {}, { villages: [places.village] });
  await bed.follow(running);
  await look();
  bed.platform.clock.set('2026-12-04T09:00:00+08:00');
  for (const [no, people] of [
    [1, 31],
    [2, 40],
    [1, 28],
  ] as const) {
    await bed.change('attendance', running, { people }, no);
    await look();
    await bed.follow(running);
    await look();
  }
  const { core, log } = faulty(41, 0.2);
  const images = [...seen.values()].filter(({ kind }) => kind === 'ACTIVITY' || kind === 'SESSION');
  await Promise.all(
    [7, 8].map((seed) =>
      delivered(images, randomFrom(seed), (batch) =>
        projectImages(core.store, projectors, newestImages(batch)),
      ),
    ),
  );
  expect([...log.met.values()].reduce((sum, met) => sum + met, 0)).toBeGreaterThan(10);
  const items = await bed.platform.everything();
  const activities = statesOf(items, activityType.kind);
  const figures = said(items, ['activities/', 'programme/', 'covered/']);
  expect(figures.counts).toMatchObject({
    [`COUNT#programme/${places.district} 2026 course-sessions`]: expect.any(Number),
  });
  // Those of the tests before were never delivered.
  const known = new Set(images.map(({ PK }) => PK));
  expect(figures).toEqual(
    recount(
      activityProjector,
      activities.filter(({ PK }) => known.has(PK)),
    ),
  );
  expect(said(items, ['whats-on/', 'venue-sessions/'])).toEqual(
    recount(
      listedSessionProjector,
      statesOf(items, listedSessionType.kind).filter(({ PK }) => known.has(PK)),
    ),
  );
});
