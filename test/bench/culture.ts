import { gzipSync } from 'node:zlib';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { meter } from '../support/core.meter.ts';
import { openPlatform } from '../support/core.ts';
import { type CultureRoute, lookingAt } from '../support/culture.ts';
import { places } from '../support/district.ts';
import { median, timed } from './measure.ts';
import { atMost, type Options, type Report, type Row, rounded } from './report.ts';
import { fillWithCulture, sessions, venues } from './seeds.culture.ts';
import { openStore } from './stored.ts';

const asked = {
  venues: { what: `the map of ${venues} venues`, queries: 2, gzipKilobytes: 60 },
  whatsOn: {
    what: `a page of what's on of ${sessions.toLocaleString('en')} dates`,
    queries: 1,
    gzipKilobytes: 10,
  },
  whatsOnFeed: {
    what: `the calendar of ${sessions.toLocaleString('en')} dates`,
    queries: 1,
    gzipKilobytes: 60,
  },
} satisfies Partial<Record<CultureRoute, { what: string; queries: number; gzipKilobytes: number }>>;

export default async ({ small }: Options): Promise<Report> => {
  await using store = await openStore({ unused: [] });
  process.env['DYNAMODB_ENDPOINT'] = store.endpoint;
  await using platform = await openPlatform();
  const { core, through, newClient } = platform;
  await fillWithCulture(core);
  const client = newClient();
  const run = meter(client);
  const metered = through(client);
  const calendars = createCalendars(metered);
  await calendars.current(core.clock.now());
  const call = { query: { node: places.district } };
  const rows: Row[] = [];
  for (const route of ['venues', 'whatsOn', 'whatsOnFeed'] as const) {
    const { what, queries, gzipKilobytes } = asked[route];
    // Every look is a fresh process's: a warm one answers most of them for a minute without asking the table.
    const { look, feed } = lookingAt(metered, calendars);
    const ask = async (): Promise<string> =>
      route === 'whatsOnFeed' ? feed(route, call) : JSON.stringify((await look(route, call)).body);
    await ask();
    let text = '';
    const calls = await run(async () => {
      text = await ask();
    });
    const made = calls.filter(({ command }) => command.startsWith('Query'));
    const times: number[] = [];
    for (let round = 0; round < (small ? 3 : 15); round++) times.push(await timed(ask));
    const units = made.reduce((sum, one) => sum + one.units, 0);
    rows.push(
      {
        what: `${what}: queries`,
        ...atMost(made.length, queries),
        unit: '',
        beside: `${rounded(units)} units; ${rounded(median(times))} ms p50`,
      },
      {
        what: `${what}: bytes as they travel`,
        ...atMost(gzipSync(text).length / 1000, gzipKilobytes),
        unit: 'kB',
        beside: `${rounded(Buffer.byteLength(text) / 1000)} kB before gzip`,
      },
    );
  }
  return { method: 'through the whole function, nothing of it kept from before', rows };
};
