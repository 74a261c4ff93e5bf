import { Cron } from 'croner';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { loadPublishedYears } from '../../functions/calendar/calendar-published.usecases.ts';
import { runCheck } from '../../functions/checks/check.ts';
import { scheduleRun } from '../../functions/checks/schedule-run.check.ts';
import { type FindingDependencies, followCase } from '../../functions/findings/settling.usecases.ts';
import { judgedKinds } from '../../functions/insight/judged.kinds.ts';
import { judges } from '../../functions/insight/judges.ts';
import { projectImages } from '../../functions/insight/projections.usecases.ts';
import { projectors } from '../../functions/insight/projectors.ts';
import { newestImages } from '../../functions/insight/stream-function.ts';
import { tellers } from '../../functions/insight/tellers.ts';
import { toldKinds } from '../../functions/insight/told.kinds.ts';
import { recomputeDeadlines } from '../../functions/issues/issues-watch.usecases.ts';
import { mailText } from '../../functions/messages/mail.text.ts';
import { smtpPost } from '../../functions/messages/smtp.post.ts';
import { followTelling } from '../../functions/messages/telling.usecases.ts';
import { type Principal, roles } from '../../functions/platform/contract/roles.ts';
import type { Contract } from '../../functions/platform/contract/route.ts';
import type { ScheduleRow } from '../../functions/platform/contract/schedule.ts';
import { type ApiFunction, apiFunction, type Handlers } from '../../functions/platform/http/api-function.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { scheduleFunction } from '../../functions/platform/runtime/schedule-function.ts';
import type { Item, Store } from '../../functions/platform/runtime/store.ts';
import {
  addMinutes,
  type Instant,
  instantFromEpochMilliseconds,
  parseInstant,
} from '../../functions/platform/runtime/time.ts';
import { followActivity } from '../../functions/programme/listing.usecases.ts';
import { everySchedule } from '../../functions/schedules.ts';
import type { Answered } from './call.ts';
import { openPlatform, type Platform } from './core.ts';
import { buildDistrict, type District, places } from './district.ts';
import { type ReceivedMail, startMailServer } from './mail-server.ts';
import { scheduledJobs } from './schedules.ts';

/** A time of Asia/Shanghai such as `2026-09-14 09:00`. */
export type Local = `${string} ${string}`;

export const instantOf = (local: Local): Instant => parseInstant(`${local.replace(' ', 'T')}:00+08:00`);

/** Whatever runs more than once a day does so at midnight, when the promises end that it watches. */
const mostOften = 'cron(0 0 * * ? *)';

/** Mails of a day are gathered at this hour. */
const everyMorning = 'cron(0 8 * * ? *)';

/** Weeks that are looked at to see how often a schedule runs. */
const oftenPerWeek = 7;
const week = 7 * 24 * 60 * 60 * 1000;

const later = (at: Instant, hours: number): Instant => addMinutes(at, hours * 60);

const cronOf = ({ cron }: ScheduleRow): Cron =>
  new Cron(`0 ${cron.slice('cron('.length, -1)}`, {
    ...{ timezone: 'Asia/Shanghai', sloppyRanges: true, alternativeWeekdays: true },
  });

const timesBetween = (row: ScheduleRow, from: Instant, to: Instant): Instant[] => {
  const cron = cronOf(row);
  const end = new Date(to);
  const times: Instant[] = [];
  // The first may be at `from` itself.
  let next = cron.nextRun(new Date(new Date(from).getTime() - 1000));
  while (next && next < end) {
    times.push(instantFromEpochMilliseconds(next.getTime()));
    next = cron.nextRun(next);
  }
  return times;
};

/** The schedules as they are, those that run more than once a day thinned to once. */
const thinned = (from: Instant): readonly ScheduleRow[] =>
  everySchedule.map((row): ScheduleRow => {
    const end = instantFromEpochMilliseconds(new Date(from).getTime() + week);
    if (timesBetween(row, from, end).length <= oftenPerWeek) return row;
    return { ...row, cron: row.name === 'message-mail' ? everyMorning : mostOften };
  });

/** Passes the states a commit has written on, as the table's stream does. */
const streaming = (store: Store, images: Item[]): Store => ({
  ...store,
  transact: async (items, token) => {
    const cancelled = await store.transact(items, token);
    if (!cancelled)
      for (const write of items)
        if ('Put' in write && write.Put.Item?.['SK'] === 'STATE') images.push(write.Put.Item);
    return cancelled;
  },
});

/** What was answered. @throws when it was refused. */
export const fine = ({ status, body }: Answered): unknown => {
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body;
};

/** Something somebody does, and when. */
export type Act = readonly [at: Local, does: () => Promise<unknown>];

/** How events of the schedule arrive: each once and on time, each three times (two of them at once), or eight hours late. */
export type Delivery = 'once' | 'thrice' | 'late';
const lateBy = 8;

export interface Trouble {
  readonly delivered?: Delivery;
  /** In these hours the machine's clock is wrong by so many hours. */
  readonly wrong?: readonly [from: Local, to: Local, hours: number];
  /** Nothing at all runs in these hours; afterwards everything runs once. */
  readonly outage?: readonly [from: Local, to: Local];
  /** Schedules that alone do not run in these hours. */
  readonly broken?: readonly { readonly schedule: string; readonly from: Local; readonly to: Local }[];
}

export interface Quarter extends AsyncDisposable {
  readonly platform: Platform;
  readonly core: Core;
  readonly district: District;
  readonly people: ReadonlyMap<string, Principal>;
  readonly deps: FindingDependencies & ReturnType<typeof depsOn>;
  /** A function of the district that is called by the name of a role instead of a session. */
  readonly api: <C extends Contract>(contract: C, handlers: Handlers<C>) => ApiFunction;
  /** Every mail that was sent, by when and its subject, and those that arrived. */
  readonly mailed: readonly (readonly [at: Instant, subject: string])[];
  readonly mails: readonly ReceivedMail[];
  /** What the stream does of everything written so far. */
  readonly follow: () => Promise<void>;
  /** Lets time pass: everybody acts and every schedule runs at its time. @returns how many runs there were. */
  readonly play: (acts: readonly Act[], until: Local, trouble?: Trouble) => Promise<number>;
}

const depsOn = (core: Core) => ({
  ...core,
  calendars: createCalendars(core),
  nodes: createOrganisationNodes(core),
});

/** A small district with its calendar and a mail server, whose time only goes on as it is told to. */
export const openQuarter = async (start: Local): Promise<Quarter> => {
  const platform = await openPlatform(instantOf(start));
  const images: Item[] = [];
  const core = platform.on((store) => streaming(store, images));
  const district = await buildDistrict(core);
  const people = new Map(roles.map((role) => [role as string, district.accounts[role].principal]));
  const more = [
    [
      'villager',
      { loginName: 'second.village', name: '西村 二', roles: ['lead'], scope: places.secondVillage },
    ],
    ['overseer', { loginName: 'overseer', name: '督导 二', roles: ['supervisor'], scope: places.district }],
    ['publisher', { loginName: 'publisher', name: '督导 三', roles: ['supervisor'], scope: places.district }],
  ] as const;
  for (const [name, account] of more) people.set(name, (await district.staff({ ...account })).principal);
  const deps = depsOn(core);
  await loadPublishedYears(deps.calendars, platform.clock.now());
  const rows = thinned(instantOf(start));
  const mailServer = await startMailServer();
  const post = smtpPost({ url: mailServer.url, from: 'huimin@example.cn' });
  const mailed: Quarter['mailed'][number][] = [];
  const jobs = {
    ...scheduledJobs(core, {
      post: async (letter) => {
        mailed.push([platform.clock.now(), letter.subject]);
        return post(letter);
      },
      write: async (messages) => mailText(messages, { siteUrl: '', nameOf: (node) => node }),
    }),
    'schedule-run': (now: Instant) => runCheck({ ...deps, rows }, scheduleRun, now),
  };
  const fire = scheduleFunction<readonly ScheduleRow[]>(core, rows, jobs);

  /** What each function of the stream does with the kinds of records it is given. */
  const consequences: readonly (readonly [readonly string[], (image: Item) => Promise<unknown>])[] = [
    [['CALENDAR'], () => recomputeDeadlines(deps, platform.clock.now())],
    [['ACTIVITY'], (image) => followActivity(core, image)],
    [judgedKinds, (image) => followCase(deps, judges, image)],
    [toldKinds, (image) => followTelling(core, tellers, image)],
  ];
  const follow = async (): Promise<void> => {
    while (images.length > 0) {
      const some = newestImages(images.splice(0));
      const [failed] = await projectImages(core.store, projectors, some);
      if (failed) throw failed.error;
      for (const image of some)
        for (const [kinds, consequence] of consequences)
          if (kinds.some((kind) => kind === image['kind'])) await consequence(image);
    }
  };
  const run = async (
    { name: schedule }: ScheduleRow,
    scheduledAt: Instant,
    delivered: Delivery = 'once',
  ): Promise<void> => {
    if (delivered === 'thrice')
      await Promise.all([fire({ schedule, scheduledAt }), fire({ schedule, scheduledAt })]);
    await fire({ schedule, scheduledAt });
    await follow();
  };

  const play: Quarter['play'] = async (
    acts,
    until,
    { delivered = 'once', wrong, outage, broken = [] } = {},
  ) => {
    const isWithinHours = (at: Instant, hours: readonly [Local, Local] | undefined): boolean =>
      hours !== undefined && at >= instantOf(hours[0]) && at < instantOf(hours[1]);
    const shown = (at: Instant): Instant => {
      if (!wrong || !isWithinHours(at, [wrong[0], wrong[1]])) return at;
      return later(at, wrong[2]);
    };
    const from = platform.clock.now();
    const end = instantOf(until);
    const planned = rows.flatMap((row) =>
      timesBetween(row, from, end)
        .filter((at) => !isWithinHours(at, outage))
        .filter(
          (at) =>
            !broken.some(({ schedule, from, to }) => schedule === row.name && isWithinHours(at, [from, to])),
        )
        .map((at) => ({
          at: delivered === 'late' ? later(at, lateBy) : at,
          does: () => run(row, at, delivered),
          counts: delivered === 'thrice' ? 3 : 1,
        })),
    );
    const caughtUp =
      outage && instantOf(outage[1]) < end
        ? rows.map((row) => ({
            at: instantOf(outage[1]),
            does: () => run(row, instantOf(outage[1])),
            counts: 1,
          }))
        : [];
    const acted = acts.map(([at, does]) => ({ at: instantOf(at), does, counts: 0 }));
    let runs = 0;
    for (const { at, does, counts } of [...acted, ...caughtUp, ...planned].sort((a, b) =>
      a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
    )) {
      platform.clock.set(shown(at));
      await does();
      await follow();
      runs += counts;
    }
    platform.clock.set(end);
    return runs;
  };

  await follow();
  return {
    ...{ platform, core, district, people, deps, follow, play },
    ...{ mailed, mails: mailServer.received },
    api: (contract, handlers) =>
      apiFunction(contract, handlers, { ...core, authenticate: async ([name = '']) => people.get(name) }),
    [Symbol.asyncDispose]: async () => {
      await mailServer[Symbol.asyncDispose]();
      await platform[Symbol.asyncDispose]();
    },
  };
};
