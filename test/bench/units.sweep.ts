import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { watchDeadlines } from '../../functions/issues/issues-watch.usecases.ts';
import { coreOn } from '../../functions/platform/runtime/core.ts';
import { fileKeyWrapper } from '../../functions/platform/runtime/key-wrapper.file.ts';
import { createLog } from '../../functions/platform/runtime/log.ts';
import { createDynamoClient, createStore } from '../../functions/platform/runtime/store.ts';
import { addMinutes } from '../../functions/platform/runtime/time.ts';
import { meter } from '../support/core.meter.ts';
import { settableClock } from '../support/core.ts';
import { timed } from './measure.ts';
import type { Row } from './report.ts';
import { seededAt, storedIssues, transferredIssue } from './seeds.ts';
import { openStore } from './stored.ts';

const due = 10;
const daysLater = 9;

/** A sweep that finds ten due: among a hundred issues, and among as many as a district has in years. */
export const sweepRows = async (small: boolean): Promise<Row[]> => {
  const later = addMinutes(seededAt, daysLater * 24 * 60);
  const late = await transferredIssue(seededAt);
  const inTime = await transferredIssue(later);
  const few = 100;
  const many = small ? 10_000 : 100_000;
  const seed = function* (stored: number) {
    yield* storedIssues(late, due, 'late');
    yield* storedIssues(inTime, stored - due, 'in time');
  };
  await using store = await openStore({ few: seed(few), many: seed(many) });
  const sweep = async (tableName: string) => {
    const client = createDynamoClient(store.endpoint);
    const run = meter(client);
    const core = coreOn(
      createStore(client, tableName),
      fileKeyWrapper(store.keyFile),
      settableClock(later),
      createLog(() => undefined),
    );
    const deps = { ...core, calendars: createCalendars(core), nodes: createOrganisationNodes(core) };
    let milliseconds = 0;
    const calls = await run(async () => {
      milliseconds = await timed(async () => {
        const { examined, found } = await watchDeadlines(deps, later);
        if (examined !== due || found !== due) throw new Error(`${examined} examined, ${found} found`);
      });
    });
    const again = await run(() => watchDeadlines(deps, later));
    client.destroy();
    const units = (those: typeof calls) => those.reduce((sum, call) => sum + call.units, 0);
    return { units: units(calls), calls: calls.length, again: units(again), milliseconds };
  };
  const amongFew = await sweep('few');
  const amongMany = await sweep('many');
  const told = ({ calls, again, milliseconds }: typeof amongFew): string =>
    `${calls} calls, ${Math.round(milliseconds)} ms; again with nothing due: ${again} units`;
  return [
    {
      what: `a sweep, ${due} due among ${few} stored`,
      figure: amongFew.units,
      unit: 'units',
      beside: told(amongFew),
    },
    {
      what: `a sweep, ${due} due among ${many.toLocaleString('en')} stored`,
      figure: amongMany.units,
      unit: 'units',
      budget: 'the same',
      isMet: amongMany.units === amongFew.units,
      beside: told(amongMany),
    },
  ];
};
