import { platformProblem } from '../platform/contract/problems.ts';
import type { Principal } from '../platform/contract/roles.ts';
import type { Handlers } from '../platform/http/api-function.ts';
import type { calendarContract } from './calendar.contract.ts';
import { calendarYearView } from './calendar.presentation.ts';
import type { Calendars } from './calendar.usecases.ts';

/** The calendar holds for the whole district, so a town's administrator can't move its deadlines. */
const admitDistrict = ({ scope }: Principal): void => {
  if (scope.includes('/')) throw platformProblem('access.scope');
};

export const calendarRoutes = (calendars: Calendars): Handlers<typeof calendarContract> => ({
  read: async ({ params }) => {
    const year = Number(params.year);
    const stored = await calendars.read(year);
    return { body: calendarYearView(year, stored), ...(stored ? { version: stored.version } : {}) };
  },
  load: async ({ params, body, caller, key, digest, now }) => {
    admitDistrict(caller);
    const year = Number(params.year);
    const { replaces, ...content } = body;
    const actor = { kind: 'staff', id: caller.staffId, name: caller.name } as const;
    const { stored, warnings } = await calendars.load({
      draft: { year, ...content },
      replaces,
      command: { key, request: digest, actor, now },
    });
    return {
      body: { calendar: calendarYearView(year, stored), warnings: [...warnings] },
      version: stored.version,
    };
  },
});
