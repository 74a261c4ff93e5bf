import ical, { ICalEventStatus } from 'ical-generator';
import type { Instant } from '../runtime/time.ts';
import type { FileAnswer } from './answer.ts';

/** Seconds after which a subscriber is to ask again. */
const refreshSeconds = 3_600;

/** Something at a time and a place, as a calendar shows it. */
export interface CalendarDate {
  /** Stays the same whatever becomes of it. */
  readonly id: string;
  /** From 0; the greater of two is the newer version. */
  readonly sequence: number;
  readonly from: Instant;
  readonly to: Instant;
  readonly changedAt: Instant;
  readonly createdAt: Instant;
  readonly title: string;
  readonly place: string;
  readonly text: string;
  readonly standing: 'confirmed' | 'tentative' | 'cancelled';
}

const statusOf = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

/** Text of a property the generator writes as it stands (RFC 5545, 3.3.11). */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** Dates as a calendar (RFC 5545), in UTC. The same dates always make the same bytes. */
export const calendarText = (name: string, dates: readonly CalendarDate[]): string => {
  const calendar = ical({
    prodId: { company: 'Huimin', product: 'Culture', language: 'ZH' },
    name: escaped(name),
    ttl: refreshSeconds,
  });
  for (const { id, sequence, from, to, changedAt, createdAt, title, place, text, standing } of dates) {
    calendar.createEvent({
      id: `${id}@huimin`,
      sequence,
      start: new Date(from),
      end: new Date(to),
      stamp: new Date(changedAt),
      created: new Date(createdAt),
      lastModified: new Date(changedAt),
      summary: standing === 'cancelled' ? `已取消：${title}` : title,
      location: { title: place },
      description: text,
      status: statusOf[standing],
    });
  }
  return calendar.toString();
};

export const calendarFile = (name: string, dates: readonly CalendarDate[]): FileAnswer => ({
  type: 'text/calendar; charset=utf-8',
  bytes: new TextEncoder().encode(calendarText(name, dates)),
});
