import { desksContract } from '../../functions/desks/desks.contract.ts';
import { openPhotoStore } from '../../functions/platform/photos/photo-store.open.ts';
import { addMinutes } from '../../functions/platform/runtime/time.ts';
import { callRow } from '../support/call.ts';
import { places } from '../support/district.ts';
import { functionsOn } from '../support/functions.ts';
import type { Bed } from './checks.bed.ts';
import { median, timed } from './measure.ts';
import { type Row, rounded } from './report.ts';
import { seededAt } from './seeds.ts';
import { temporaryFolder } from './temporary.ts';

const { desk } = desksContract.routes;

/** What the desk of the district reads, the check of the session apart. */
const mostReads = 3;

const measured = async ({ district, core, metered, run, clock, records }: Bed, rounds: number) => {
  // While the session of the day they signed in on lasts.
  clock.set(addMinutes(seededAt, 60));
  const photos = openPhotoStore(`folder:${temporaryFolder()}`);
  const { desks } = functionsOn(metered, core, photos);
  const call = { cookie: district.accounts.supervisor.cookie, query: { node: places.town } };
  const ask = async (): Promise<void> => {
    const { status, body } = await callRow(desks, desk, call);
    // That of a table of many records is a desk with many.
    if (status !== desk.status || !JSON.stringify(body).includes(`:${records * 0.3}`))
      throw new Error(JSON.stringify(body));
  };
  // The organisations are kept for a minute.
  await ask();
  const calls = [...(await run(ask))];
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++) taken.push(await timed(ask));
  return { reads: calls.length, units: calls.reduce((sum, { units }) => sum + units, 0), taken };
};

export const deskRows = async ([few, many]: readonly [Bed, Bed], rounds: number): Promise<Row[]> => {
  const [a, b] = [await measured(few, rounds), await measured(many, rounds)];
  const what = `${desk.method} ${desk.path}, among ${few.records.toLocaleString('en')} / ${many.records.toLocaleString('en')} records`;
  return [
    {
      ...{ what, figure: `${a.reads} / ${b.reads}`, unit: 'reads', budget: `≤ ${mostReads}, the same` },
      isMet: b.reads <= mostReads && a.reads === b.reads && a.units === b.units,
      beside: `${rounded(a.units)} / ${rounded(b.units)} units; ${rounded(median(a.taken))} / ${rounded(median(b.taken))} ms p50`,
    },
  ];
};
