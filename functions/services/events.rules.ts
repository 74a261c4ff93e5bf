import type { Decision } from '../platform/ledger/change.ts';
import { localDateOf } from '../platform/runtime/time.ts';
import type { Activity } from '../programme/programme.states.ts';
import type { NewEvent } from './events.fields.ts';
import type { AssistanceEvent } from './events.states.ts';
import type { Act } from './people.rules.ts';
import type { ServicesRefusal } from './services.problems.ts';

type EventDecision = Decision<AssistanceEvent, ServicesRefusal>;

/** The programme counts who was at an activity for disabled residents; nobody counts them here once more. */
const isCountedThere = (activity: Activity | undefined): boolean => activity?.audience.who === 'disabled';

/** @param activity the one it was, when one is named. */
export const recordEvent = (
  fields: NewEvent,
  activity: Activity | undefined,
  { by, now }: Act,
): EventDecision => {
  if (fields.day > localDateOf(now)) return { refusal: 'service.day_not_possible' };
  if (fields.served !== undefined && isCountedThere(activity)) return { refusal: 'event.counted_there' };
  return {
    next: { state: 'recorded', ...fields, by, createdAt: now },
    events: [{ type: 'recorded', data: { kind: fields.kind, served: fields.served } }],
  };
};

export const withdrawEvent = (event: AssistanceEvent, reason: string, { by, now }: Act): EventDecision =>
  event.state === 'withdrawn'
    ? { refusal: 'event.withdrawn' }
    : {
        next: { ...event, state: 'withdrawn', withdrawn: { at: now, by, reason } },
        events: [{ type: 'withdrawn', data: { reason } }],
      };
