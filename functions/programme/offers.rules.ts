import { addMinutes, type Instant } from '../platform/runtime/time.ts';
import type { Activity, EnrolmentTerms, Session } from './programme.states.ts';
import { sessionIdOf } from './programme.words.ts';

/** One date of what can be enrolled for. */
export interface ActivityDate {
  readonly no: number;
  readonly from: Instant;
  readonly to: Instant;
  readonly place: string;
  readonly venue?: string | undefined;
  readonly calledOff: boolean;
  /** Why it was cancelled, or moved the last time. */
  readonly reason?: string | undefined;
}

/** What has places: an activity as a whole, or one session of it. */
export interface ActivityOffer {
  /** `<activity>`, or `<activity>.<no>`. */
  readonly offer: string;
  readonly activity: string;
  readonly title: string;
  /** Organisation path where it counts, and within which its keepers act. */
  readonly node: string;
  /** The activity, or this session of it, will not take place. */
  readonly calledOff: boolean;
  readonly capacity: number;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  /** Until then one may cancel on the site. */
  readonly cutoffAt: Instant;
  /** First start and last end. */
  readonly from: Instant;
  readonly until: Instant;
  /** Most places of one phone, and of one enrolment. */
  readonly perPhone: number;
  readonly party: number;
  readonly hasWaitingList: boolean;
  readonly holdHours: number;
  readonly dates: readonly ActivityDate[];
}

type Terms = Exclude<EnrolmentTerms, { per: 'none' }>;

const dateOf = (session: Session): ActivityDate => {
  const { no, from, to, place, venue, state } = session;
  const reason = state === 'cancelled' ? session.cancelled.reason : session.moved?.reason;
  return {
    ...{ no, from, to, place },
    ...(venue === undefined ? {} : { venue }),
    calledOff: state === 'cancelled',
    ...(reason === undefined ? {} : { reason }),
  };
};

const offerOver = (
  id: string,
  { title, node }: Activity,
  terms: Terms,
  sessions: readonly Session[],
  which: Pick<ActivityOffer, 'offer' | 'calledOff'>,
): ActivityOffer[] => {
  const standing = sessions.filter(({ state }) => state !== 'cancelled');
  // Without any, those it would have had: whoever enrolled is still told which they were.
  const of = standing.length > 0 ? standing : sessions;
  const [from] = of.map((session) => session.from).sort();
  const until = of
    .map((session) => session.to)
    .sort()
    .at(-1);
  if (from === undefined || until === undefined) return [];
  return [
    {
      ...which,
      ...{ activity: id, title, node, capacity: terms.capacity, opensAt: terms.opensAt },
      closesAt: addMinutes(from, -terms.closes),
      cutoffAt: addMinutes(from, -terms.cutoff),
      ...{ from, until, perPhone: terms.perPhone, party: terms.party },
      ...{ hasWaitingList: terms.waiting, holdHours: terms.hold },
      dates: sessions.map(dateOf),
    },
  ];
};

/**
 * Everything of an activity that has places: nothing before it is published. One that is over or cancelled still has
 * its offers, so that whoever enrolled finds them.
 */
export const offersOf = (id: string, activity: Activity): ActivityOffer[] => {
  const { enrolment, sessions } = activity;
  if (enrolment.per === 'none' || activity.state === 'draft' || activity.publishedAt === undefined) return [];
  if (enrolment.per === 'session') {
    return sessions.flatMap((session) =>
      offerOver(id, activity, enrolment, [session], {
        offer: sessionIdOf(id, session.no),
        calledOff: session.state === 'cancelled',
      }),
    );
  }
  const isOff = activity.state === 'cancelled' || sessions.every(({ state }) => state === 'cancelled');
  return offerOver(id, activity, enrolment, sessions, { offer: id, calledOff: isOff });
};

export const offerOf = (id: string, activity: Activity, offer: string): ActivityOffer | undefined =>
  offersOf(id, activity).find((one) => one.offer === offer);
