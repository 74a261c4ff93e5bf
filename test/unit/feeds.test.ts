import { describe, expect, test } from 'vitest';
import { parseInstant } from '../../functions/platform/runtime/time.ts';
import { feedFile, feedText } from '../../functions/programme/feeds.presentation.ts';
import type { SessionRow } from '../../functions/programme/programme.views.ts';

const row = (change: Partial<SessionRow> = {}): SessionRow => ({
  ...{ session: 'ACEFHJKMNP.1', version: 1, activity: 'ACEFHJKMNP', no: 1, state: 'planned' },
  ...{ title: '广场舞培训', category: 'training', level: 'village', audience: { who: 'everyone' } },
  organiser: { path: '370402/370402101', name: '永安镇文化站' },
  ...{ node: '370402/370402101/370402101201', villages: [], place: '东村文化服务中心' },
  ...{ from: parseInstant('2026-12-31T15:30:00Z'), to: parseInstant('2026-12-31T17:00:00Z') },
  ...{ listedAt: parseInstant('2026-11-01T00:00:00Z'), changedAt: parseInstant('2026-11-02T00:00:00Z') },
  ...change,
});

interface Property {
  readonly name: string;
  readonly value: string;
}

/** RFC 5545, 3.1: lines end with CRLF, and one that begins with a space goes on with the line before. */
const propertiesOf = (text: string): Property[] => {
  expect(text.endsWith('\r\n') || text.endsWith('END:VCALENDAR')).toBe(true);
  return text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => {
      const at = line.indexOf(':');
      return { name: (line.slice(0, at).split(';')[0] ?? '').toUpperCase(), value: line.slice(at + 1) };
    });
};

/** RFC 5545, 3.3.11. */
const unescaped = (text: string): string =>
  text.replace(/\\([\\;,nN])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character));

/** What a calendar reads: its own properties, and those of each event. */
const read = (text: string) => {
  const calendar = new Map<string, string>();
  const events: Map<string, string>[] = [];
  let current = calendar;
  for (const { name, value } of propertiesOf(text)) {
    if (name === 'BEGIN' && value === 'VEVENT') {
      current = new Map();
      events.push(current);
    } else if (name === 'END' && value === 'VEVENT') current = calendar;
    else if (name !== 'BEGIN' && name !== 'END') current.set(name, unescaped(value));
  }
  return { calendar, events };
};

const only = (text: string): Map<string, string> => {
  const { events } = read(text);
  expect(events).toHaveLength(1);
  return events[0] ?? new Map();
};

const awkward = `茶、书;画,琴\\棋\n第二行：“周末”\n${'很长的说明'.repeat(40)}${'🎻'.repeat(30)}`;

describe('a calendar others subscribe to', () => {
  test('is read back with everything it said', () => {
    const { calendar, events } = read(feedText({ name: '东村, 文化; 中心', rows: [row()] }));
    expect(calendar.get('VERSION')).toBe('2.0');
    expect(calendar.get('PRODID')).toMatch(/Huimin/);
    expect(calendar.get('X-WR-CALNAME')).toBe('东村, 文化; 中心');
    expect(Object.fromEntries(events[0] ?? [])).toMatchObject({
      ...{ UID: 'ACEFHJKMNP.1@huimin', SEQUENCE: '0', DTSTAMP: '20261102T000000Z', STATUS: 'CONFIRMED' },
      ...{ DTSTART: '20261231T153000Z', DTEND: '20261231T170000Z', SUMMARY: '广场舞培训' },
      ...{ LOCATION: '东村文化服务中心', DESCRIPTION: '主办：永安镇文化站' },
    });
  });

  test('carries any text over folded lines of at most 75 octets, and no character is cut in two', () => {
    const text = feedText({ name: '', rows: [row({ title: awkward, place: awkward, reason: awkward })] });
    for (const line of text.split('\r\n')) {
      const octets = Buffer.from(line);
      expect(octets.length).toBeLessThanOrEqual(75);
      expect(octets.toString()).toBe(line);
      expect(line.isWellFormed()).toBe(true);
    }
    const event = only(text);
    expect(event.get('SUMMARY')).toBe(awkward);
    expect(event.get('LOCATION')).toBe(awkward);
    expect(event.get('DESCRIPTION')).toContain(awkward);
  });

  test('lets nobody write properties of their own: text that looks like one stays text', () => {
    const title = '讲座\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:forged';
    const { events } = read(feedText({ name: '文化\r\nX-FORGED:1', rows: [row({ title })] }));
    expect(events.map((event) => event.get('UID'))).toEqual(['ACEFHJKMNP.1@huimin']);
    const { calendar } = read(feedText({ name: '文化\r\nX-FORGED:1', rows: [] }));
    expect(calendar.has('X-FORGED')).toBe(false);
  });

  test('says of a cancelled date that it is cancelled, and why, under the same UID and a later SEQUENCE', () => {
    const planned = only(feedText({ name: '', rows: [row({ version: 1 })] }));
    const cancelled = only(
      feedText({
        name: '',
        rows: [
          row({
            ...{ version: 2, state: 'cancelled', reason: '下雨' },
            changedAt: parseInstant('2026-11-03T00:00:00Z'),
          }),
        ],
      }),
    );
    expect(cancelled.get('UID')).toBe(planned.get('UID'));
    expect(Number(cancelled.get('SEQUENCE'))).toBeGreaterThan(Number(planned.get('SEQUENCE')));
    expect(`${cancelled.get('DTSTAMP')}` > `${planned.get('DTSTAMP')}`).toBe(true);
    expect(cancelled.get('STATUS')).toBe('CANCELLED');
    expect(cancelled.get('DESCRIPTION')).toBe('已取消：下雨\n主办：永安镇文化站');
  });

  test('is the same to the byte for the same dates, and is one without any', () => {
    const feed = { name: '文化', rows: [row(), row({ session: 'ACEFHJKMNP.2', no: 2 })] };
    expect(feedText(feed)).toBe(feedText(feed));
    const none = read(feedText({ name: '文化', rows: [] }));
    expect(none.events).toEqual([]);
    expect(none.calendar.get('X-WR-CALNAME')).toBe('文化');
  });

  test('is sent as a calendar in UTF-8 that anybody may keep for a while', () => {
    const { type, bytes, publicSeconds } = feedFile({ name: '文化', rows: [row()] });
    expect(type).toBe('text/calendar; charset=utf-8');
    expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toContain('广场舞培训');
    expect(publicSeconds).toBeGreaterThan(0);
  });
});
