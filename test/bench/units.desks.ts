import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { weekOf } from '../../functions/calendar/iso-weeks.rules.ts';
import type { desksContract } from '../../functions/desks/desks.contract.ts';
import { reportId } from '../../functions/desks/reports.store.ts';
import { drawReports } from '../../functions/desks/reports.usecases.ts';
import { doneOf } from '../../functions/insight/done.ts';
import { addDays, localDateOf } from '../../functions/platform/runtime/time.ts';
import { type District, places } from '../support/district.ts';
import type { Plays } from './units.plays.ts';

/** What has to be there before each route of desks. */
export const deskPlays = ({ accounts, parts }: District): Plays<typeof desksContract> => {
  const { cookie } = accounts.supervisor;
  return {
    desk: async () => ({ cookie, query: { node: places.town } }),
    reports: async () => ({ cookie, query: { node: places.town } }),
    report: async () => {
      const now = parts.clock.now();
      const nodes = createOrganisationNodes(parts);
      await drawReports({ ...parts, nodes, done: doneOf({ ...parts, nodes }) }, now);
      const week = weekOf(addDays(localDateOf(now), -7));
      return { cookie, params: { report: reportId(week, places.town) } };
    },
  };
};
