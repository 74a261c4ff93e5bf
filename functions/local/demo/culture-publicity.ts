import { addDays, addMinutes, type LocalDate, localDateOf, startOfDay } from '../../platform/runtime/time.ts';
import type { NewPublicity } from '../../programme/figures.fields.ts';
import type { Channel } from '../../programme/figures.words.ts';
import { createPublicity } from '../../programme/publicity.usecases.ts';
import { demoCommand } from './campaign-loading.ts';
import type { DemoActivity } from './culture-activity.ts';
import { type CultureLoading, type CultureStaff, cultureAtOnce, venuesFounded } from './culture-loading.ts';
import { pastActivities } from './culture-programme-plans.ts';
import { districtPath } from './district.ts';
import { forEach } from './for-each.ts';
import { type Random, seededRandom } from './random.ts';
import { aimAt, type DemoTarget } from './targets.ts';

/** †The district made its culture known 200 times. */
export const postsReported = 200;

/** What the plan of the year sets: some of it reached by now, some not. */
const targets: readonly DemoTarget[] = [
  { subject: 'film', unit: 'sessions', figure: 260 },
  { subject: 'training', unit: 'sessions', figure: 180 },
  { subject: 'training', unit: 'people', figure: 4_500 },
  { subject: 'training', unit: 'villages', figure: 59 },
  { subject: 'course', unit: 'sessions', figure: 120 },
  { subject: 'course', unit: 'people', figure: 2_000 },
  { subject: 'performance', unit: 'sessions', figure: 72 },
  { subject: 'competition', unit: 'activities', figure: 12 },
  { subject: 'equipment', unit: 'projects', figure: 13 },
  { subject: 'new-venue', unit: 'projects', figure: 7 },
];

const channels: readonly [Channel, ...Channel[]] = [
  ...(['wechat', 'wechat', 'wechat', 'wechat', 'video', 'video'] as const),
  ...(['xuexi', 'leaflet', 'poster', 'broadcast', 'live', 'press'] as const),
];

const onPaper: readonly Channel[] = ['leaflet', 'poster'];

/** One thing that was made known, and what of. */
export interface DemoPost {
  readonly activity: DemoActivity;
  readonly fields: Omit<NewPublicity, 'activity'>;
}

const postOf = (activity: DemoActivity, isAgain: boolean, random: Random): DemoPost => {
  const { fields, series } = activity;
  const channel = random.oneOf(channels);
  const figure = onPaper.includes(channel)
    ? { copies: random.between(4, 60) * 50 }
    : { reach: random.between(200, 9_000) };
  return {
    activity,
    fields: {
      ...{ node: fields.node, channel, ...figure },
      day: addDays(series.first, isAgain ? 1 : -1),
      title: isAgain ? `${fields.title}：现场回顾` : `${fields.title}开始啦`,
    },
  };
};

/** Every activity was made known once, and the first of them once more, until there are as many as reported. */
export const demoPosts = (today: LocalDate): DemoPost[] => {
  const random = seededRandom(postsReported);
  const activities = pastActivities(today);
  return [
    ...activities.map((activity) => postOf(activity, false, random)),
    ...activities.slice(0, postsReported - activities.length).map((one) => postOf(one, true, random)),
  ];
};

/** The figures of the year's plan, and how the programme was made known. */
export const makeKnown = async (
  { deps, now, signal, onProgress }: CultureLoading,
  { bureau, keeperOf }: CultureStaff,
  /** Ids of the activities that are there, by the key the demo has for them. */
  ids: ReadonlyMap<string, string>,
): Promise<void> => {
  onProgress('plan of the year and publicity');
  const today = localDateOf(now);
  await aimAt(deps, bureau, targets, venuesFounded(now), now);
  const posts = demoPosts(today).map((post, number) => ({ ...post, number }));
  const post = async ({ activity, fields, number }: (typeof posts)[number]): Promise<void> => {
    const id = ids.get(activity.key);
    if (signal.aborted || id === undefined) return;
    const by = fields.node === districtPath ? bureau : keeperOf(fields.node);
    const at = addMinutes(startOfDay(fields.day), 17 * 60);
    await createPublicity(deps, demoCommand(by, `post-${number}`, at), { ...fields, activity: id });
  };
  await forEach(posts, post, cultureAtOnce);
  signal.throwIfAborted();
};
