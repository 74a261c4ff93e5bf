import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { listKey, type Projection } from '../../functions/platform/ledger/projections.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import { addMinutes } from '../../functions/platform/runtime/time.ts';
import { listedSessionProjector } from '../../functions/programme/programme.projector.ts';
import { newVenueSchema } from '../../functions/venues/venues.fields.ts';
import { venueProjector } from '../../functions/venues/venues.projector.ts';
import { writeDown } from '../../functions/venues/venues.rules.ts';
import { places } from '../support/district.ts';
import { newVenue } from '../support/venues.ts';

export const venues = 500;
export const sessions = 2_000;

/** 25 to a row, some 800 m apart: a district's villages. */
const positionOf = (n: number) => ({
  lat: 34.7 + Math.floor(n / 25) * 0.0072,
  lng: 117.2 + (n % 25) * 0.0088,
});

const venueLines = ({ clock }: Core, n: number): Projection => {
  const fields = v.parse(
    newVenueSchema,
    newVenue({ name: `第${n}文化服务中心`, address: `永安镇东村${n}号`, position: positionOf(n) }),
  );
  const made = writeDown(fields, { by: { id: 'bench', name: '文化站' }, now: clock.now() });
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
export const fillWithCulture = async (core: Core): Promise<void> => {
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
