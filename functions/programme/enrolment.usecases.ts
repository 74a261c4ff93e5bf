import * as v from 'valibot';
import { Problem } from '../platform/contract/problems.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { refuseInvalid } from '../venues/venues.usecases.ts';
import { setEnrolment as decideEnrolment } from './activities.rules.ts';
import { placesKey } from './offer-places.usecases.ts';
import { offersOf } from './offers.rules.ts';
import type { EnrolmentFields } from './programme.fields.ts';
import { programmeProblem } from './programme.problems.ts';
import type { Activity } from './programme.states.ts';
import { type ActivityCommand, changeActivity, readActivity } from './programme.usecases.ts';
import { enrolmentProblems } from './programme-checks.rules.ts';

const takenSchema = v.object({ taken: v.number() });

/** The most places taken of any of an activity's offers: how few there can be. */
const mostTaken = async ({ ledger, store }: Pick<Core, 'ledger' | 'store'>, id: string): Promise<number> => {
  const stored = await readActivity({ ledger }, id);
  const offers = stored ? offersOf(id, stored.state) : [];
  const items = await store.getMany(offers.map(({ offer }) => placesKey(offer)));
  return Math.max(0, ...items.map((item) => v.parse(takenSchema, item).taken));
};

/**
 * Says what has places and on which terms. There can be fewer places than before, never fewer than are taken: the
 * commit itself holds to that, so nobody loses a place given in the same moment.
 * @throws Problem `request.invalid` field by field, `programme.enrolment_fixed`, `programme.capacity_taken` with how
 * many are taken.
 */
export const setEnrolment = async (
  deps: Pick<Core, 'ledger' | 'store'>,
  command: ActivityCommand,
  fields: EnrolmentFields,
): Promise<Stored<Activity>> => {
  try {
    return await changeActivity(deps, command, {
      decide: (activity, act) => {
        refuseInvalid(enrolmentProblems(fields, activity.sessions));
        return decideEnrolment(activity, fields, act);
      },
    });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'programme.capacity_taken') throw error;
    const taken = await mostTaken(deps, command.params.activity);
    throw programmeProblem('programme.capacity_taken', { detail: String(taken) });
  }
};
