import { trailOf } from '../platform/contract/node-path.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { offersOf } from './offers.rules.ts';
import type { Activity, ListedSession } from './programme.states.ts';

/** What of a listed session follows from its activity; the rest is when that was. */
export type Listed = Omit<ListedSession, 'listedAt' | 'changedAt'>;

/** Every session as lists show it. Those of a draft, or of one given up as a draft, are shown to nobody. */
export const listedSessions = (id: string, activity: Activity): Listed[] => {
  if (activity.state === 'draft' || activity.publishedAt === undefined) return [];
  const { title, category, level, audience, organiser, node, villages, link, enrolment } = activity;
  const offers = offersOf(id, activity);
  return activity.sessions.map((session) => {
    const { no, state, from, to, venue, room, place } = session;
    const offer = offers.find(({ dates }) => dates.some((date) => date.no === no));
    const reason = session.state === 'cancelled' ? session.cancelled.reason : session.moved?.reason;
    return {
      activity: id,
      ...{ no, state, title, category, level, audience, organiser, node, villages, from, to, place },
      ...(venue === undefined ? {} : { venue }),
      ...(room === undefined ? {} : { room }),
      ...(link === undefined ? {} : { link }),
      ...(offer && enrolment.per !== 'none' ? { offer: offer.offer, opensAt: offer.opensAt } : {}),
      ...(reason === undefined ? {} : { reason }),
    };
  });
};

/** The session as it is listed from now on; undefined when nobody would see a difference. */
export const relisted = (
  before: ListedSession | undefined,
  listed: Listed,
  now: Instant,
  isSame: (a: object, b: object) => boolean,
): ListedSession | undefined => {
  if (!before) return { ...listed, listedAt: now, changedAt: now };
  const { listedAt, changedAt: _, ...was } = before;
  return isSame(was, listed) ? undefined : { ...listed, listedAt, changedAt: now };
};

/** The places a session is listed for: where it counts and the villages it is for, with all above them. */
export const listedNodes = ({ node, villages }: Pick<ListedSession, 'node' | 'villages'>): string[] => [
  ...new Set([node, ...villages].flatMap(trailOf)),
];
