import ical, { ICalEventStatus } from 'ical-generator';
import type { FileAnswer } from '../platform/http/answer.ts';
import type { Feed } from './culture-public.usecases.ts';
import type { SessionRow } from './programme.views.ts';

/** Seconds a subscriber keeps a feed, and seconds after which it is to ask again. */
const keptSeconds = 300;
const refreshSeconds = 3_600;

/** Text of a property the generator writes as it stands (RFC 5545, 3.3.11). */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

const saidOf = ({ state, reason, organiser, link }: SessionRow): string =>
  [
    ...(reason === undefined ? [] : [`${state === 'cancelled' ? '已取消' : '有变动'}：${reason}`]),
    `主办：${organiser.name}`,
    ...(link === undefined ? [] : [link]),
  ].join('\n');

/**
 * Dates as a calendar others subscribe to (RFC 5545), in UTC. A date keeps its UID whatever becomes of it; SEQUENCE
 * and DTSTAMP tell which of two versions is the newer, so the same state always makes the same bytes.
 */
export const feedText = ({ name, rows }: Feed): string => {
  const calendar = ical({
    prodId: { company: 'Huimin', product: 'Culture', language: 'ZH' },
    name: escaped(name),
    ttl: refreshSeconds,
  });
  for (const row of rows) {
    const { session, version, title, from, to, place, state, changedAt, listedAt } = row;
    calendar.createEvent({
      id: `${session}@huimin`,
      sequence: version - 1,
      start: new Date(from),
      end: new Date(to),
      stamp: new Date(changedAt),
      created: new Date(listedAt),
      lastModified: new Date(changedAt),
      summary: state === 'cancelled' ? `已取消：${title}` : title,
      location: { title: place },
      description: saidOf(row),
      status: state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
};

export const feedFile = (feed: Feed): FileAnswer => ({
  type: 'text/calendar; charset=utf-8',
  bytes: new TextEncoder().encode(feedText(feed)),
  publicSeconds: keptSeconds,
});
