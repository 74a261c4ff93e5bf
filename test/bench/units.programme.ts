import * as v from 'valibot';
import type { photosContract } from '../../functions/photos/photos.contract.ts';
import { PhotoIdSchema } from '../../functions/platform/photos/photo.contract.ts';
import type { PhotoStore } from '../../functions/platform/photos/photo-store.ts';
import { addDays, addMinutes, localDateOf } from '../../functions/platform/runtime/time.ts';
import { programmeContract } from '../../functions/programme/programme.contract.ts';
import { createVenue } from '../../functions/venues/venues.usecases.ts';
import { hall } from '../support/bookings.ts';
import { type Call, callRow } from '../support/call.ts';
import { type District, intentOf, places } from '../support/district.ts';
import type { Functions } from '../support/functions.ts';
import { fieldIn, textIn } from '../support/issues.ts';
import { jpeg } from '../support/pictures.ts';
import { details, newActivity, thursdays } from '../support/programme.ts';
import type { Plays } from './units.plays.ts';

const { routes } = programmeContract;

const photoId = v.parse(PhotoIdSchema, 'ac'.repeat(16));

/** A photo of an activity, as the function for photos puts it. */
export const activityPhotoPlays = (
  {
    accounts: {
      culture: { cookie },
    },
  }: District,
  { programme }: Functions,
  photos: PhotoStore,
): Pick<Plays<typeof photosContract>, 'ofActivity'> => ({
  ofActivity: async () => {
    await photos.put(photoId, { bytes: jpeg(4, 4), type: 'image/jpeg' });
    const { body } = await callRow(programme, routes.create, { cookie, body: newActivity() });
    const params = { activity: textIn(body, 'activity') ?? '' };
    await callRow(programme, routes.photos, { cookie, params, body: { photos: [photoId] }, ifMatch: 1 });
    return { cookie, params: { ...params, photoId } };
  },
});

/** What has to be there before each route of the programme: a course of four evenings in a room, new every time. */
export const programmePlays = (
  { accounts, parts }: District,
  { programme }: Functions,
  wait: (minutes: number) => void,
): Plays<typeof programmeContract> => {
  const { cookie, principal } = accounts.culture;
  const now = parts.clock.now();
  const today = localDateOf(now);
  const everyDay = [1, 2, 3, 4, 5, 6, 7];
  const evenings = (days = 4) =>
    thursdays({ from: addDays(today, 2), until: addDays(today, 1 + days), weekdays: everyDay });
  const terms = { per: 'whole', capacity: 20, opensAt: now };

  const room = async () => ({
    venue: (await createVenue(parts, intentOf(principal, parts), hall)).id,
    room: 1,
  });
  const draft = async (): Promise<string> =>
    textIn((await callRow(programme, routes.create, { cookie, body: newActivity() })).body, 'activity') ?? '';
  /** Carries out commands on an activity, and is ready for the next one. */
  const after = async (
    body: object,
    commands: readonly (readonly [keyof typeof routes, object])[],
  ): Promise<Call> => {
    const params = { activity: await draft() };
    let version = 1;
    for (const [route, sent] of commands) {
      const answer = await callRow(programme, routes[route], {
        cookie,
        params,
        body: sent,
        ifMatch: version,
      });
      version = Number(fieldIn(answer.body, 'version'));
    }
    return { cookie, params, body, ifMatch: version };
  };
  const withDates = async (body: object, ...more: readonly (readonly [keyof typeof routes, object])[]) =>
    after(body, [['sessions', { rule: evenings(), ...(await room()) }], ...more]);
  const published = (body: object) => withDates(body, ['enrolment', terms], ['publication', {}]);
  const ofFirst = (call: Call): Call => ({ ...call, params: { ...call.params, no: '1' } });
  /** One that begins in a quarter of an hour. */
  const soon = async (body: object): Promise<Call> => {
    const call = await published({});
    const from = addMinutes(parts.clock.now(), 15);
    const move = { from, to: addMinutes(from, 30), reason: '提前' };
    const moved = await callRow(programme, routes.move, { ...ofFirst(call), body: move });
    return { ...call, body, ifMatch: Number(fieldIn(moved.body, 'version')) };
  };

  return {
    list: async () => ({ cookie, query: { node: places.town } }),
    create: async () => ({ cookie, body: newActivity() }),
    read: async () => {
      const { params } = await withDates({});
      return { cookie, ...(params ? { params } : {}) };
    },
    details: () => after(details(), []),
    photos: () => after({ photos: [photoId] }, []),
    sessions: async () => after({ rule: evenings(), ...(await room()) }, []),
    move: async () => {
      const from = addMinutes(parts.clock.now(), 20 * 24 * 60);
      return ofFirst(await published({ from, to: addMinutes(from, 90), reason: '教室检修' }));
    },
    cancelSession: async () => ofFirst(await published({ reason: '老师生病' })),
    attendance: async () => {
      const call = ofFirst(await soon({ people: 30 }));
      wait(16);
      return call;
    },
    enrolment: () => published({ ...terms, capacity: 30 }),
    publication: () => withDates({}, ['enrolment', terms]),
    cancellation: () => published({ reason: '场馆检修' }),
    ending: async () => {
      const call = await soon({});
      let version = call.ifMatch ?? 0;
      for (const no of ['2', '3', '4']) {
        const params = { ...call.params, no };
        const body = { reason: '停课' };
        const answer = await callRow(programme, routes.cancelSession, {
          cookie,
          params,
          body,
          ifMatch: version,
        });
        version = Number(fieldIn(answer.body, 'version'));
      }
      wait(60);
      return { ...call, ifMatch: version };
    },
  };
};
