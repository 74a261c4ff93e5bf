import { mondayOf, weekOf } from '../../calendar/iso-weeks.rules.ts';
import type { Principal } from '../../platform/contract/roles.ts';
import type { Stored } from '../../platform/ledger/steps.ts';
import type { PhotoId } from '../../platform/photos/photo.contract.ts';
import {
  addDays,
  addMinutes,
  type Instant,
  type LocalDate,
  localDateOf,
  startOfDay,
} from '../../platform/runtime/time.ts';
import type { ExceptionFields, TimetableFields } from '../../venues/venues.fields.ts';
import type { Venue } from '../../venues/venues.states.ts';
import { announceException, createVenue, setKeeper, setPhotos } from '../../venues/venues.usecases.ts';
import type { VenueKind } from '../../venues/venues.words.ts';
import { demoCommand } from './campaign-loading.ts';
import { type CultureLoading, type CultureStaff, cultureAtOnce, venuesFounded } from './culture-loading.ts';
import type { DemoVenue } from './culture-places.ts';
import { forEach } from './for-each.ts';
import { drawPhoto } from './pictures.ts';
import { type Random, seededRandom } from './random.ts';
import type { Scene } from './scenes.ts';

/** A venue of the demo that is written down. */
export interface StandingVenue extends DemoVenue {
  readonly stored: Stored<Venue>;
  readonly keeper: Principal;
}

/** Whole weeks before this one of which there are records. */
const weeksRecorded = 3;

/** The first day of which there are records: a Monday. What is promised begins with it. */
export const recordedSince = (now: Instant): LocalDate => {
  const monday = mondayOf(weekOf(localDateOf(now)));
  if (!monday) throw new RangeError(`${now} is in no week`);
  return addDays(monday, -7 * weeksRecorded);
};

const timetableOf = ({ week }: DemoVenue, from: LocalDate): TimetableFields => ({
  ...{ name: '平时', from, holidays: { rule: 'spans', spans: [{ from: '09:00', to: '12:00' }] } },
  week: week.map((spans) => spans.map((span) => ({ from: span.slice(0, 5), to: span.slice(6) }))),
});

const closures = ['线路检修', '消防设施检测', '屋面防水维修', '场馆消毒保洁'] as const;
const shortClosures = ['临时停电', '水管破裂抢修'] as const;
const additions = ['迎新年文艺演出排练，加时开放', '读书会加时开放'] as const;

interface Announced {
  readonly fields: ExceptionFields;
  readonly at: Instant;
}

/** What is announced of one venue, the earliest first; of most nothing. */
export const announcementsOf = (today: LocalDate, random: Random): Announced[] => {
  const morning = (day: LocalDate): Instant => addMinutes(startOfDay(day), 9 * 60 + random.between(0, 50));
  const closed = (from: LocalDate, days: number, reason: string, notice: number): Announced => ({
    fields: { kind: 'closed', from, to: addDays(from, days - 1), reason },
    at: morning(addDays(from, -notice)),
  });
  const past = addDays(today, -random.between(3, 17));
  const ahead = addDays(today, random.between(3, 6));
  const all = [
    ...(random.chance(0.06) ? [closed(past, random.between(1, 2), random.oneOf(closures), 7)] : []),
    ...(random.chance(0.03) ? [closed(addDays(past, 2), 1, random.oneOf(shortClosures), 1)] : []),
    ...(random.chance(0.05) ? [closed(ahead, 1, random.oneOf(closures), 8)] : []),
    ...(random.chance(0.04)
      ? [
          {
            fields: {
              ...({ kind: 'open', from: ahead, to: ahead, span: { from: '20:30', to: '22:00' } } as const),
              reason: random.oneOf(additions),
            },
            at: morning(addDays(ahead, -9)),
          },
        ]
      : []),
  ];
  return all.sort((a, b) => (a.at < b.at ? -1 : 1));
};

/** What photos of a kind of venue show; the centres of the villages have none yet. */
const scenesOf: Readonly<Partial<Record<VenueKind, readonly Scene[]>>> = {
  'culture-station': ['building', 'stage'],
  'city-study': ['shelves', 'building'],
};

const standing = async (
  { deps, now }: CultureLoading,
  { bureau, keeperOf }: CultureStaff,
  venue: DemoVenue,
): Promise<StandingVenue> => {
  const { key, fields } = venue;
  const founded = venuesFounded(now);
  const keeper = keeperOf(fields.node);
  const written = await createVenue(deps, demoCommand(bureau, `venue-${key}`, founded), {
    ...fields,
    timetables: [timetableOf(venue, recordedSince(now))],
  });
  const params = { venue: written.id };
  const keeping = { ...demoCommand(bureau, `keeper-${key}`, founded), params };
  let stored = await setKeeper(deps, keeping, keeper.staffId);
  const announced = announcementsOf(localDateOf(now), seededRandom(Number(key.replace(/\D/g, '').slice(-7))));
  for (const [index, { fields: exception, at }] of announced.entries()) {
    const command = { ...demoCommand(keeper, `exception-${key}-${index}`, at), params };
    stored = await announceException(deps, command, exception);
  }
  const seen = scenesOf[fields.kind] ?? [];
  if (seen.length > 0) {
    const photos: PhotoId[] = [];
    for (const scene of seen) photos.push(await drawPhoto(deps.photos, scene));
    stored = await setPhotos(deps, { ...demoCommand(bureau, `photos-${key}`, founded), params }, photos);
  }
  return { ...venue, stored, keeper };
};

/** Writes the venues down, names who keeps each, and announces what was and will be otherwise than usual. */
export const writeVenuesDown = async (
  loading: CultureLoading,
  staff: CultureStaff,
  venues: readonly DemoVenue[],
): Promise<StandingVenue[]> => {
  const done = new Map<string, StandingVenue>();
  const write = async (venue: DemoVenue): Promise<void> => {
    if (!loading.signal.aborted) done.set(venue.key, await standing(loading, staff, venue));
  };
  await forEach(venues, write, cultureAtOnce);
  loading.signal.throwIfAborted();
  return venues.flatMap(({ key }) => done.get(key) ?? []);
};
