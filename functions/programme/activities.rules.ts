import type { Officer } from '../platform/contract/officer.ts';
import type { Accepted, Decision } from '../platform/ledger/change.ts';
import type { Instant } from '../platform/runtime/time.ts';
import type { ActivityDetails, EnrolmentFields, NewActivity, Photos } from './programme.fields.ts';
import type { ProgrammeRefusal } from './programme.problems.ts';
import type { Activity } from './programme.states.ts';

/** Who acts, and when. */
export interface Act {
  readonly by: Officer;
  readonly now: Instant;
}

export type ActivityDecision = Decision<Activity, ProgrammeRefusal>;

export const decided = (
  next: Activity,
  type: string,
  data: Readonly<Record<string, unknown>> = {},
): Accepted<Activity> => ({ next, events: [{ type, data }] });

export const isOver = ({ state }: Activity): boolean => state === 'cancelled' || state === 'ended';

export type Rule<T> = (activity: Activity, what: T, act: Act) => ActivityDecision;

/** A rule for activities that still change. */
export const unlessOver =
  <T>(rule: Rule<T>): Rule<T> =>
  (activity, what, act) =>
    isOver(activity) ? { refusal: 'programme.over' } : rule(activity, what, act);

/** A draft that nobody outside sees. */
export const writeDown = (fields: NewActivity, { by, now }: Act): Accepted<Activity> =>
  decided(
    {
      state: 'draft',
      ...fields,
      photos: [],
      enrolment: { per: 'none' },
      sessions: [],
      lastNo: 0,
      createdAt: now,
      createdBy: by,
    },
    'written-down',
    { title: fields.title },
  );

export const changeDetails = unlessOver<ActivityDetails>((activity, details) =>
  decided({ ...activity, teacher: undefined, link: undefined, ...details }, 'changed'),
);

export const setPhotos = unlessOver<Photos>((activity, photos) =>
  decided({ ...activity, photos }, 'photos-set', { photos: photos.length }),
);

/** Terms of enrolment. Once it is published, what places are of stays: people stand in those lines. */
export const setEnrolment = unlessOver<EnrolmentFields>((activity, enrolment) => {
  const was = activity.enrolment.per;
  if (activity.state === 'published' && was !== 'none' && was !== enrolment.per) {
    return { refusal: 'programme.enrolment_fixed' };
  }
  const data = enrolment.per === 'none' ? {} : { capacity: enrolment.capacity };
  return decided({ ...activity, enrolment }, 'enrolment-set', { per: enrolment.per, ...data });
});

export const publish = unlessOver<undefined>((activity, _, { now }) => {
  if (activity.state !== 'draft') return { refusal: 'programme.not_draft' };
  const isAhead = activity.sessions.some(({ state, from }) => state === 'planned' && from > now);
  if (!isAhead) return { refusal: 'programme.no_sessions' };
  return decided({ ...activity, state: 'published', publishedAt: now }, 'published');
});

/** Calls off all that has not begun; what took place stays. */
export const cancelActivity = unlessOver<string>((activity, reason, { by, now }) => {
  const sessions = activity.sessions.map((session) =>
    session.state === 'planned' && session.from > now
      ? { ...session, state: 'cancelled' as const, cancelled: { at: now, reason } }
      : session,
  );
  return decided({ ...activity, state: 'cancelled', sessions, over: { at: now, by, reason } }, 'cancelled', {
    reason,
  });
});

export const endActivity: Rule<undefined> = unlessOver((activity, _, { by, now }) => {
  if (activity.state !== 'published') return { refusal: 'programme.not_published' };
  const isAhead = activity.sessions.some(({ state, to }) => state === 'planned' && to > now);
  if (isAhead) return { refusal: 'programme.sessions_ahead' };
  return decided({ ...activity, state: 'ended', over: { at: now, by } }, 'ended');
});
