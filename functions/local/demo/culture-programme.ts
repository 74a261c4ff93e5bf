import { addDays, addMinutes, type Instant, localDateOf, startOfDay } from '../../platform/runtime/time.ts';
import { setEnrolment } from '../../programme/enrolment.usecases.ts';
import {
  createActivity,
  endActivity,
  publishActivity,
  setPhotos,
} from '../../programme/programme.usecases.ts';
import type { Category } from '../../programme/programme.words.ts';
import { addSessions, recordPeople } from '../../programme/sessions.usecases.ts';
import { demoCommand } from './campaign-loading.ts';
import { type DemoActivity, datesRule } from './culture-activity.ts';
import { type ComingActivity, comingActivities, publishedDaysAgo } from './culture-coming-plans.ts';
import { enrolPeople } from './culture-enrolments.ts';
import { type CultureLoading, type CultureStaff, cultureAtOnce } from './culture-loading.ts';
import { pastActivities } from './culture-programme-plans.ts';
import type { StandingVenue } from './culture-venues.ts';
import { type DemoNode, districtPath } from './district.ts';
import { forEach } from './for-each.ts';
import { drawPhoto } from './pictures.ts';
import type { Scene } from './scenes.ts';

/** What a photo of something still ahead shows, by its category. */
const scenesOf: Readonly<Partial<Record<Category, Scene>>> = {
  film: 'screen',
  course: 'paper',
  training: 'square',
  reading: 'shelves',
  competition: 'stage',
  festival: 'stage',
};

const minutesPerDay = 24 * 60;

interface Stage {
  readonly loading: CultureLoading;
  readonly staff: CultureStaff;
  readonly venues: ReadonlyMap<string, string>;
}

/** Writes an activity down, gives it its dates and places, and publishes it. @returns its id. */
const putOn = async (
  { loading: { deps }, staff, venues }: Stage,
  activity: DemoActivity,
  at: Instant,
  scene?: Scene,
) => {
  const { key, fields, series, at: where, terms } = activity;
  const by = fields.node === districtPath ? staff.bureau : staff.keeperOf(fields.node);
  const step = (what: string, minutes: number) =>
    demoCommand(by, `activity-${key}-${what}`, addMinutes(at, minutes));
  const { id } = await createActivity(deps, step('new', 0), fields);
  const params = { activity: id };
  const venue = 'venue' in where ? venues.get(where.venue) : undefined;
  if ('venue' in where && venue === undefined) throw new Error(`the demo has no venue ${where.venue}`);
  const place = 'venue' in where ? { venue, room: where.room } : { place: where.place };
  await addSessions(deps, { ...step('dates', 5), params }, { rule: datesRule(series), ...place });
  if (terms) await setEnrolment(deps, { ...step('terms', 10), params }, terms);
  if (scene) {
    const photos = [await drawPhoto(deps.photos, scene)];
    await setPhotos(deps, { ...step('photos', 15), params }, photos);
  }
  await publishActivity(deps, { ...step('publication', 20), params });
  return { by, params };
};

/** Minutes after the end at which somebody has written down how many came. */
const countedAfter = 40;

/** An activity that is over: each date with its people. @returns its id. */
const playPast = async (stage: Stage, activity: DemoActivity): Promise<string> => {
  const { deps } = stage.loading;
  const { key, people, series } = activity;
  const written = addMinutes(startOfDay(addDays(series.first, -2)), 9 * 60);
  const { by, params } = await putOn(stage, activity, written);
  const firstEnd = addMinutes(
    startOfDay(series.first),
    Number(series.to.slice(0, 2)) * 60 + Number(series.to.slice(3)),
  );
  let counted = firstEnd;
  for (const [index, came] of people.entries()) {
    counted = addMinutes(firstEnd, index * 7 * minutesPerDay + countedAfter);
    const command = demoCommand(by, `activity-${key}-people-${index + 1}`, counted);
    await recordPeople(deps, { ...command, params }, index + 1, came);
  }
  const ending = demoCommand(by, `activity-${key}-end`, addMinutes(counted, 5));
  await endActivity(deps, { ...ending, params });
  return params.activity;
};

const playComing = async (stage: Stage, activity: ComingActivity): Promise<void> => {
  const published = addMinutes(startOfDay(addDays(localDateOf(stage.loading.now), -publishedDaysAgo)), 600);
  const { params } = await putOn(stage, activity, published, scenesOf[activity.fields.category]);
  const { enrolments, terms } = activity;
  if (!enrolments || !terms || terms.per === 'none') return;
  for (const [index, enrolled] of enrolments.enrolled.entries()) {
    const offer = terms.per === 'whole' ? params.activity : `${params.activity}.${index + 1}`;
    await enrolPeople(stage.loading, { offer, who: enrolments.who, enrolled, since: terms.opensAt });
  }
};

/**
 * This autumn's programme as the reports count it, and what is still ahead with those who enrolled.
 * @returns ids of what is over, by the key the demo has for it.
 */
export const putOnProgramme = async (
  loading: CultureLoading,
  staff: CultureStaff,
  towns: readonly DemoNode[],
  standing: readonly StandingVenue[],
): Promise<ReadonlyMap<string, string>> => {
  const { now, signal, onProgress } = loading;
  // It doesn't change while the demo is played; asked for at every moment of it, once is enough.
  const calendar = await loading.deps.calendars.current(now);
  const deps = { ...loading.deps, calendars: { current: async () => calendar } };
  const venues = new Map(standing.map(({ key, stored }) => [key, stored.id]));
  const stage = { loading: { ...loading, deps }, staff, venues };
  const today = localDateOf(now);
  const isHere = ({ town }: DemoActivity): boolean => town === undefined || towns.includes(town);
  onProgress('what is still ahead');
  const coming = comingActivities(today).filter(isHere);
  await forEach(coming, async (one) => (signal.aborted ? undefined : playComing(stage, one)), cultureAtOnce);
  const past = pastActivities(today).filter(isHere);
  const ids = new Map<string, string>();
  const play = async (activity: DemoActivity): Promise<void> => {
    if (signal.aborted) return;
    ids.set(activity.key, await playPast(stage, activity));
    if (ids.size % 30 === 0) onProgress(`activities of this year: ${ids.size} of ${past.length}`);
  };
  await forEach(past, play, cultureAtOnce);
  signal.throwIfAborted();
  return ids;
};
