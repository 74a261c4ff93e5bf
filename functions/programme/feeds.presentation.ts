import type { FileAnswer } from '../platform/http/answer.ts';
import { type CalendarDate, calendarFile, calendarText } from '../platform/http/calendar-file.ts';
import type { Feed } from './culture-public.usecases.ts';
import type { SessionRow } from './programme.views.ts';

/** Seconds a subscriber keeps a feed. */
const keptSeconds = 300;

const saidOf = ({ state, reason, organiser, link }: SessionRow): string =>
  [
    ...(reason === undefined ? [] : [`${state === 'cancelled' ? '已取消' : '有变动'}：${reason}`]),
    `主办：${organiser.name}`,
    ...(link === undefined ? [] : [link]),
  ].join('\n');

const dateOf = (row: SessionRow): CalendarDate => ({
  ...{ id: row.session, sequence: row.version - 1, from: row.from, to: row.to },
  ...{ changedAt: row.changedAt, createdAt: row.listedAt },
  ...{ title: row.title, place: row.place, text: saidOf(row) },
  standing: row.state === 'cancelled' ? 'cancelled' : 'confirmed',
});

/**
 * Dates as a calendar others subscribe to. A date keeps its UID whatever becomes of it; SEQUENCE and DTSTAMP tell which
 * of two versions is the newer.
 */
export const feedText = ({ name, rows }: Feed): string => calendarText(name, rows.map(dateOf));

export const feedFile = ({ name, rows }: Feed): FileAnswer => ({
  ...calendarFile(name, rows.map(dateOf)),
  publicSeconds: keptSeconds,
});
