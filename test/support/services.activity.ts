import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { loadPublishedYears } from '../../functions/calendar/calendar-published.usecases.ts';
import { apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import { programmeContract } from '../../functions/programme/programme.contract.ts';
import { programmeRoutes } from '../../functions/programme/programme.routes.ts';
import { callRow } from './call.ts';
import { fieldIn, textIn } from './issues.ts';
import { newActivity } from './programme.ts';
import { places, type ServicesBed } from './services.ts';

/** An activity of the programme that took place this morning, with whoever was there counted; its number. */
export const createProgramme = async (
  { core, people, platform }: ServicesBed,
  { who, people: there }: { readonly who: 'disabled' | 'everyone'; readonly people: number },
): Promise<string> => {
  const calendars = createCalendars(core);
  await loadPublishedYears(calendars, core.clock.now());
  const api = apiFunction(
    programmeContract,
    programmeRoutes({ ...core, calendars }, createCursors(core.keyring)),
    { ...core, authenticate: async ([name = '']: readonly string[]) => people[name] },
  );
  let version = 0;
  const done = async (
    route: keyof typeof programmeContract.routes,
    params: Record<string, string>,
    body: object,
  ) => {
    const answer = await callRow(api, programmeContract.routes[route], {
      ...{ cookie: 'culture', params, body, ifMatch: version },
    });
    if (answer.status >= 300) throw new Error(`${route}: ${JSON.stringify(answer.body)}`);
    version = Number(fieldIn(answer.body, 'version'));
    return answer.body;
  };
  const made = await done(
    'create',
    {},
    newActivity({ audience: { who }, node: places.village, category: 'reading' }),
  );
  const activity = textIn(made, 'activity') ?? '';
  const rule = {
    ...{ from: '2026-11-23', until: '2026-11-23', weekdays: [1] },
    times: [{ from: '10:00', to: '11:00' }],
  };
  const before = core.clock.now();
  platform.clock.set('2026-11-23T09:00:00+08:00');
  await done('sessions', { activity }, { rule, place: '书画室' });
  await done('publication', { activity }, {});
  platform.clock.set('2026-11-23T12:00:00+08:00');
  await done('attendance', { activity, no: '1' }, { people: there });
  platform.clock.set(before);
  return activity;
};
