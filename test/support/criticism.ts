import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { findingProjector } from '../../functions/findings/findings.store.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { addDays, addMinutes, localDateOf } from '../../functions/platform/runtime/time.ts';
import { places, projected } from './district.ts';
import { findSomething } from './findings.ts';

const minutesOfDay = 24 * 60;

/** Has a village's promise be broken for so long that it may be criticised; the finding's id. */
export const somethingToCriticise = async (
  core: Core,
  n: number,
  { node = places.village, days = 14 }: { readonly node?: string; readonly days?: number } = {},
): Promise<string> => {
  const since = addMinutes(core.clock.now(), -days * minutesOfDay);
  const deps = { ...core, calendars: createCalendars(core) };
  const id = await findSomething(deps, n, { node, answers: { node }, since });
  await projected(core, findingProjector, id);
  return id;
};

/** The last three months, and what is written about a village in them. */
export const noticeAbout = (core: Pick<Core, 'clock'>, node: string) => {
  const today = localDateOf(core.clock.now());
  return {
    node,
    period: { from: addDays(today, -60).slice(0, 7), to: today.slice(0, 7) },
    title: '关于台账迟交的通报',
    text: '该村多日台账没有按时提交，现予通报批评。',
  };
};
