import * as v from 'valibot';
import { weekOf } from '../../functions/calendar/iso-weeks.rules.ts';
import type { photosContract } from '../../functions/photos/photos.contract.ts';
import { PhotoIdSchema } from '../../functions/platform/photos/photo.contract.ts';
import type { PhotoStore } from '../../functions/platform/photos/photo-store.ts';
import { addDays, localDateOf } from '../../functions/platform/runtime/time.ts';
import { venuesContract } from '../../functions/venues/venues.contract.ts';
import { type Call, callRow } from '../support/call.ts';
import { type District, places } from '../support/district.ts';
import type { Functions } from '../support/functions.ts';
import { textIn } from '../support/issues.ts';
import { jpeg } from '../support/pictures.ts';
import { details, hours, newVenue, timetable } from '../support/venues.ts';
import type { Plays } from './units.plays.ts';

const { routes } = venuesContract;

const photoId = v.parse(PhotoIdSchema, 'ef'.repeat(16));

interface VenuePlays {
  readonly staff: Plays<typeof venuesContract>;
  readonly photos: Pick<Plays<typeof photosContract>, 'ofVenue' | 'ofUpgrade'>;
}

/** What has to be there before each route of venues; a venue is new every time. */
export const venuePlays = (
  { accounts, parts }: District,
  { venues }: Functions,
  photos: PhotoStore,
): VenuePlays => {
  const { cookie, principal } = accounts.culture;
  const today = localDateOf(parts.clock.now());
  const week = weekOf(today);
  const upgrade = {
    ...{ kind: 'equipment', node: places.village, title: '更新音响', year: 2026, cost: 30_000 },
    dueDay: '2026-12-31',
  };
  const made = async (row: 'create' | 'createUpgrade', body: object, field: string): Promise<string> =>
    textIn((await callRow(venues, routes[row], { cookie, body })).body, field) ?? '';
  const venue = (change: Parameters<typeof newVenue>[0] = {}): Promise<string> =>
    made('create', newVenue(change), 'venue');
  /** A change of a venue nothing happened to yet. */
  const change = async (body: object, of = venue()): Promise<Call> => ({
    ...{ cookie, params: { venue: await of }, body, ifMatch: 1 },
  });
  const read = async (query: Record<string, string> = {}): Promise<Call> => ({
    ...{ cookie, params: { venue: await venue() }, query },
  });
  const closure = { kind: 'closed', from: addDays(today, 7), to: addDays(today, 7), reason: '检修' };
  const staff: VenuePlays['staff'] = {
    list: async () => ({ cookie, query: { node: places.town } }),
    create: async () => ({ cookie, body: newVenue() }),
    read: () => read(),
    details: () => change(details()),
    launch: () => change({}, venue({ open: false })),
    timetables: () =>
      change({
        timetables: [
          { ...timetable(), no: 1, to: '2026-12-31' },
          timetable(hours('10:00-16:00'), { from: '2027-01-01' }),
        ],
      }),
    closures: () => change(closure),
    closureWithdrawal: async () => {
      const call = await change(closure);
      await callRow(venues, routes.closures, call);
      return { cookie, params: { ...call.params, no: '1' }, body: {}, ifMatch: 2 };
    },
    rooms: () =>
      change({
        rooms: [
          {
            ...{ name: '排练厅', capacity: 40, facilities: [], bookable: true, approval: true },
            ...{ slot: 60, longest: 120 },
          },
        ],
      }),
    keepers: () => read(),
    keeper: () => change({ keeper: principal.staffId }),
    photos: () => change({ photos: [photoId] }),
    ending: () => change({ reason: '拆迁' }),
    opening: async () => ({ cookie, params: { venue: await venue() }, body: { what: 'open' } }),
    correction: async () => {
      const params = { venue: await venue(), day: addDays(today, -1) };
      const call = { cookie, params, body: { spans: hours('09:00-12:00'), reason: '忘了打卡' } };
      await callRow(venues, routes.correction, call);
      return { ...call, body: { spans: hours('09:00-12:30'), reason: '忘了打卡' } };
    },
    openings: () => read({ from: addDays(today, -6), to: today }),
    hours: () => read({ week }),
    hoursReport: async () => ({ cookie, query: { node: places.town, week } }),
    upgrades: async () => ({ cookie, query: { node: places.town, year: '2026' } }),
    createUpgrade: async () => ({ cookie, body: upgrade }),
    upgradeProgress: async () => ({
      ...{ cookie, params: { upgrade: await made('createUpgrade', upgrade, 'upgrade') } },
      ...{ body: { state: 'under-way', note: '已招标' }, ifMatch: 1 },
    }),
  };
  /** A photo somebody sent, as the function for photos puts it. */
  const sent = async (): Promise<string> => {
    await photos.put(photoId, { bytes: jpeg(4, 4), type: 'image/jpeg' });
    return photoId;
  };
  return {
    staff,
    photos: {
      ofVenue: async () => {
        const call = await change({ photos: [await sent()] });
        await callRow(venues, routes.photos, call);
        return { cookie, params: { ...call.params, photoId } };
      },
      ofUpgrade: async () => {
        const params = { upgrade: await made('createUpgrade', upgrade, 'upgrade') };
        const body = { state: 'done', photos: [await sent()] };
        await callRow(venues, routes.upgradeProgress, { cookie, params, body, ifMatch: 1 });
        return { cookie, params: { ...params, photoId } };
      },
    },
  };
};
