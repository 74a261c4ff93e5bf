import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import type { findingsContract } from '../../functions/findings/findings.contract.ts';
import { addDays, localDateOf } from '../../functions/platform/runtime/time.ts';
import type { Call } from '../support/call.ts';
import { type District, places } from '../support/district.ts';
import { findSomething } from '../support/findings.ts';
import type { Plays } from './units.plays.ts';

/** What has to be there before each route of findings. */
export const findingPlays = ({ accounts, parts }: District): Plays<typeof findingsContract> => {
  const deps = { ...parts, calendars: createCalendars(parts) };
  const { cookie } = accounts.supervisor;
  const query = { node: places.town };
  let found = 0;
  const one = async (): Promise<Call> => {
    found += 1;
    return { cookie, params: { finding: await findSomething(deps, found) } };
  };
  const until = () => addDays(localDateOf(parts.clock.now()), 7);
  return {
    list: async () => ({ cookie, query: { ...query, state: 'open' } }),
    mine: async () => ({ cookie, query: {} }),
    figures: async () => ({ cookie, query: { ...query, month: '2026-11' } }),
    read: one,
    history: one,
    exception: async () => ({
      ...(await one()),
      ...{ ifMatch: 1, body: { reason: '负责人住院，由邻村代交', until: until() } },
    }),
  };
};
