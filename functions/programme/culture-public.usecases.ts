import type { WorkingCalendar } from '../calendar/calendar.rules.ts';
import { type Cursors, pageOf } from '../platform/http/cursor.ts';
import { readCases } from '../platform/ledger/ledger.ts';
import { type Page, readListPage } from '../platform/ledger/lists.ts';
import type { Core } from '../platform/runtime/core.ts';
import {
  addMinutes,
  endOfDay,
  type Instant,
  type LocalDate,
  localDateOf,
  startOfDay,
} from '../platform/runtime/time.ts';
import { holidaysOf, publicVenueRow, readVenue, venueMissing, venuesOf } from '../venues/venues.usecases.ts';
import {
  aheadOf,
  holidaysFrom,
  type Period,
  publicActivity,
  rowOf,
  withNearClosures,
} from './culture-public.rules.ts';
import type { PublicActivity, PublicVenue, PublicVenues, WhatsOn } from './culture-public.views.ts';
import { keptFor } from './kept.ts';
import { venueSessionsList, whatsOnList } from './programme.lists.ts';
import { programmeProblem } from './programme.problems.ts';
import { activityType, listedSessionType } from './programme.store.ts';
import { type SessionRow, sessionRowSchema } from './programme.views.ts';
import { sessionIdOf } from './programme.words.ts';

export interface CultureDependencies extends Pick<Core, 'store' | 'ledger'> {
  readonly calendars: { readonly current: (now: Instant) => Promise<WorkingCalendar> };
  readonly cursors: Cursors;
}

/** Seconds a process answers with what it has read; the answers say of when they are. */
const keptSeconds = 60;
const pageSize = 100;
/** Dates of one calendar to subscribe to: what one query gives, and what a phone takes in. */
const feedSize = 1_000;
/** Days that what is over stays in a venue's calendar, so that a phone that was off still learns of a cancellation. */
const feedDaysBack = 30;

/** What a feed is made of. */
export interface Feed {
  readonly name: string;
  readonly rows: readonly SessionRow[];
}

interface Asked {
  readonly node: string;
  readonly from?: LocalDate | undefined;
  readonly until?: LocalDate | undefined;
  readonly cursor?: string | undefined;
}

/** The part of what is ahead that somebody asked for. */
const periodOf = ({ from, until }: Asked, now: Instant): Period => {
  const ahead = aheadOf(now);
  const begins = from && startOfDay(from);
  const ends = until && endOfDay(until);
  return {
    from: begins && begins > ahead.from ? begins : ahead.from,
    before: ends && ends < ahead.before ? ends : ahead.before,
  };
};

export const cultureFor = ({ store, ledger, calendars, cursors }: CultureDependencies) => {
  const sessionsPage = (
    list: string,
    within: Period,
    size: number,
    cursor?: Parameters<typeof readListPage>[2]['cursor'],
  ): Promise<Page<SessionRow>> =>
    // Nothing begins before nothing ends: a page past the end is empty, where a query would be refused.
    within.from < within.before
      ? readListPage(store, sessionRowSchema, { list, within, size, cursor })
      : Promise.resolve({ rows: [], last: undefined });

  /** What is on at a place, from its list as it stands. */
  const sessionsOf = async (
    list: string,
    within: Period,
    cursor: string | undefined,
    now: Instant,
  ): Promise<WhatsOn> => {
    const page = await pageOf(cursors, { list, cursor, now }, (start) =>
      sessionsPage(list, within, pageSize, start),
    );
    return { ...page, rows: page.rows.filter(({ to }) => to > now) };
  };

  const venues = keptFor(keptSeconds, async (node, now): Promise<PublicVenues> => {
    const [rows, calendar] = await Promise.all([venuesOf(store, node), calendars.current(now)]);
    const today = localDateOf(now);
    return {
      rows: rows
        .filter(({ state }) => state === 'open')
        .map((row) => withNearClosures(publicVenueRow(row, today), today)),
      holidays: holidaysFrom(today, holidaysOf(calendar)),
      asOf: now,
    };
  });

  /** The calendar of a place; it has no name of its own. */
  const whatsOnFeed = keptFor(keptSeconds, async (node, now): Promise<Feed> => {
    const { rows } = await sessionsPage(whatsOnList(node), aheadOf(now), feedSize);
    return { name: '文化活动', rows: rows.filter(({ to }) => to > now) };
  });

  return {
    venues,
    whatsOnFeed,
    /** @throws Problem `venue.not_found`. */
    venue: async (id: string, now: Instant): Promise<PublicVenue> => {
      const [stored, calendar] = await Promise.all([readVenue({ ledger }, id), calendars.current(now)]);
      if (!stored) throw venueMissing();
      const today = localDateOf(now);
      return {
        ...publicVenueRow(rowOf(id, stored.version, stored.state), today),
        rooms: stored.state.rooms,
        photos: stored.state.state === 'open' ? stored.state.photos : [],
        endedAt: stored.state.state === 'ended' ? stored.state.ended.at : undefined,
        holidays: holidaysFrom(today, holidaysOf(calendar)),
        asOf: now,
      };
    },
    venueSessions: (venue: string, cursor: string | undefined, now: Instant): Promise<WhatsOn> =>
      sessionsOf(venueSessionsList(venue), aheadOf(now), cursor, now),
    whatsOn: (asked: Asked, now: Instant): Promise<WhatsOn> =>
      sessionsOf(whatsOnList(asked.node), periodOf(asked, now), asked.cursor, now),
    /** @throws Problem `programme.not_found`, for a draft as well. */
    activity: async (id: string, now: Instant): Promise<PublicActivity> => {
      const stored = await ledger.read(activityType, id);
      const activity = stored && publicActivity(stored, now);
      if (!activity) throw programmeProblem('programme.not_found');
      return activity;
    },
    /** @throws Problem `venue.not_found`. */
    venueFeed: async (id: string, now: Instant): Promise<Feed> => {
      const { before } = aheadOf(now);
      const within = { from: addMinutes(now, -feedDaysBack * 24 * 60), before };
      const [stored, { rows }] = await Promise.all([
        readVenue({ ledger }, id),
        sessionsPage(venueSessionsList(id), within, feedSize),
      ]);
      if (!stored) throw venueMissing();
      return { name: stored.state.name, rows };
    },
    /** Every date there ever was of it. @throws Problem `programme.not_found`, for a draft as well. */
    activityFeed: async (id: string, now: Instant): Promise<Feed> => {
      const stored = await ledger.read(activityType, id);
      const activity = stored && publicActivity(stored, now);
      if (!activity) throw programmeProblem('programme.not_found');
      const sessions = await readCases(
        store,
        listedSessionType,
        activity.sessions.map(({ no }) => sessionIdOf(id, no)),
      );
      return {
        name: activity.title,
        rows: sessions
          .map(({ id: session, version, state }) => ({ session, version, ...state }))
          .sort((a, b) => (a.from < b.from ? -1 : 1)),
      };
    },
  };
};
