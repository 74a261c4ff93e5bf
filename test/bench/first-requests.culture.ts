import { addDays, addMinutes, localDateOf } from '../../functions/platform/runtime/time.ts';
import { followActivity } from '../../functions/programme/listing.usecases.ts';
import { programmeContract } from '../../functions/programme/programme.contract.ts';
import { activityKey } from '../../functions/programme/programme.store.ts';
import { callRow } from '../support/call.ts';
import type { District } from '../support/district.ts';
import type { Functions } from '../support/functions.ts';
import { textIn } from '../support/issues.ts';
import { newActivity, terms, thursdays } from '../support/programme.ts';

const { create, sessions, enrolment, publication } = programmeContract.routes;

/** A published course of four days people may enrol for, in the lists; its id. */
export const openCourse = async (
  { accounts, parts }: District,
  { programme }: Pick<Functions, 'programme'>,
): Promise<string> => {
  const { cookie } = accounts.culture;
  const now = parts.clock.now();
  const made = await callRow(programme, create, { cookie, body: newActivity() });
  const activity = textIn(made.body, 'activity') ?? '';
  const from = addDays(localDateOf(now), 7);
  const rule = thursdays({ from, until: addDays(from, 3), weekdays: [1, 2, 3, 4, 5, 6, 7] });
  const steps = [
    { row: sessions, body: { rule, place: '书画室' } },
    { row: enrolment, body: terms({ opensAt: addMinutes(now, -60) }) },
    { row: publication, body: {} },
  ];
  for (const [index, { row, body }] of steps.entries()) {
    const { status, body: said } = await callRow(programme, row, {
      ...{ cookie, params: { activity }, body, ifMatch: index + 1 },
    });
    if (status >= 400) throw new Error(`there is no course to start with: ${JSON.stringify(said)}`);
  }
  await followActivity(parts, (await parts.store.get(activityKey(activity))) ?? {});
  return activity;
};
