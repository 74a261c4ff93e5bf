import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { listKey, type Projection } from '../../functions/platform/ledger/projections.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import { addMinutes } from '../../functions/platform/runtime/time.ts';
import { listedSessionProjector } from '../../functions/programme/programme.projector.ts';
import { newVenueSchema } from '../../functions/venues/venues.fields.ts';
import { venueProjector } from '../../functions/venues/venues.projector.ts';
import { writeDown } from '../../functions/venues/venues.rules.ts';
import { meter } from '../support/core.meter.ts';
import { openPlatform } from '../support/core.ts';
import { type CultureRoute, lookingAt } from '../support/culture.ts';
import { places } from '../support/district.ts';
import { newVenue } from '../support/venues.ts';
import { median, timed } from './measure.ts';
import { atMost, type Options, type Report, type Row, rounded } from './report.ts';
import { openStore } from './stored.ts';

const venues = 500;
const sessions = 2_000;

const venueLines = ({ clock }: Core, n: number): Projection => {
  const now = clock.now();
  const fields = v.parse(
    newVenueSchema,
    newVenue({ name: `第${n}文化服务中心`, address: `永安镇东村${n}号` }),
  );
  const made = writeDown(fields, { by: { id: 'bench', name: '文化站' }, now });
  if ('refusal' in made) throw new Error(made.refusal);
  const id = referenceFrom(`bench venue ${n}`);
  return venueProjector.project({ id, version: 1, head: '', state: made.next, marks: [] });
};

const sessionLines = ({ clock }: Core, n: number): Projection => {
  const activity = referenceFrom(`bench activity ${n % 200}`);
  const now = clock.now();
  const from = addMinutes(now, 60 + n * 90);
  return listedSessionProjector.project({
    ...{ id: `${activity}.${n}`, version: 1, head: '', marks: [] },
    state: {
      ...{ activity, no: n, state: 'planned', title: '书法公益培训班', category: 'course', level: 'village' },
      ...{ audience: { who: 'everyone' }, organiser: { path: places.town, name: '永安镇文化站' } },
      ...{ node: places.village, villages: [], from, to: addMinutes(from, 90), place: '二楼书画室' },
      ...{ venue: referenceFrom(`bench venue ${n % venues}`), offer: activity, opensAt: now },
      ...{ listedAt: now, changedAt: now },
    },
  });
};

/** What the projections would have written for the whole district. */
const fill = async (core: Core): Promise<void> => {
  const all = [
    ...Array.from({ length: venues }, (_, n) => venueLines(core, n)),
    ...Array.from({ length: sessions }, (_, n) => sessionLines(core, n)),
  ];
  const lists = new Set([`venues/${places.district}`, `whats-on/${places.district}`]);
  const puts = all.flatMap(({ entries }, at) =>
    entries
      .filter(({ list }) => lists.has(list))
      .map(({ list, sort, row }) => ({ Put: { Item: { PK: listKey(list), SK: `${sort}#${at}`, row } } })),
  );
  for (let at = 0; at < puts.length; at += 100)
    await core.store.transact(puts.slice(at, at + 100), randomUUID());
};

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
  await fill(core);
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
