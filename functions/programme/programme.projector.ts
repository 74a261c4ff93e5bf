import { parentOf, trailOf } from '../platform/contract/node-path.ts';
import type { Count, Projector } from '../platform/ledger/projections.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import { localDateOf } from '../platform/runtime/time.ts';
import { listedNodes } from './listing.rules.ts';
import {
  activitiesList,
  assistedSubject,
  coveredSubject,
  programmeField,
  programmeSubject,
  venueSessionsList,
  whatsOnList,
} from './programme.lists.ts';
import type { Activity, ListedSession, Session } from './programme.states.ts';
import { activityType, listedSessionType } from './programme.store.ts';
import type { ActivityRow, SessionRow } from './programme.views.ts';

const standingOf = ({ sessions }: Activity): Session[] =>
  sessions.filter(({ state }) => state !== 'cancelled');
const heldOf = ({ sessions }: Activity): Extract<Session, { state: 'held' }>[] =>
  sessions.flatMap((session) => (session.state === 'held' ? [session] : []));

const yearOf = ({ from }: Session): string => localDateOf(from).slice(0, 4);

const activityRow = ({ id, version, state: activity }: Stored<Activity>): ActivityRow => {
  const { state, category, level, title, audience, organiser, node, enrolment, createdAt } = activity;
  const standing = standingOf(activity);
  const held = heldOf(activity);
  const from = standing.map((session) => session.from).sort();
  const until = standing.map((session) => session.to).sort();
  return {
    activity: id,
    version,
    ...{ state, category, level, title, audience, organiser, node, per: enrolment.per },
    sessions: standing.length,
    held: held.length,
    people: held.reduce((sum, { people }) => sum + people, 0),
    from: from[0],
    until: until.at(-1),
    createdAt,
  };
};

/** The year an activity counts in: that of its first date, once anybody knows of it; one called off counts if it began. */
const countedIn = (activity: Activity): string | undefined => {
  if (activity.state === 'draft') return undefined;
  const [first] = activity.state === 'cancelled' ? heldOf(activity) : standingOf(activity);
  return first && yearOf(first);
};

/** Villages a session is for: those named, or the one it counts in. */
const coveredVillages = ({ villages, node }: Activity): readonly string[] =>
  villages.length === 0 && node.split('/').length === 3 ? [node] : villages;

const figuresOf = (activity: Activity): Count[] => {
  const { category } = activity;
  const held = heldOf(activity);
  const year = countedIn(activity);
  const assisted = activity.audience.who === 'disabled' ? trailOf(activity.node) : [];
  const helped = assisted.flatMap((at) =>
    held.map(
      (session): Count => ({
        ...{ subject: assistedSubject(at), period: yearOf(session) },
        ...{ field: 'people', by: session.people },
      }),
    ),
  );
  const own = trailOf(activity.node).flatMap((at): Count[] => {
    const subject = programmeSubject(at);
    return [
      ...(year === undefined
        ? []
        : [{ subject, period: year, field: programmeField(category, 'activities'), by: 1 }]),
      ...held.flatMap((session): Count[] => [
        { subject, period: yearOf(session), field: programmeField(category, 'sessions'), by: 1 },
        { subject, period: yearOf(session), field: programmeField(category, 'people'), by: session.people },
      ]),
    ];
  });
  const covered = coveredVillages(activity).flatMap((village) =>
    held.map(
      (session): Count => ({
        subject: coveredSubject(category, parentOf(village) ?? village),
        period: village,
        field: yearOf(session),
        by: 1,
      }),
    ),
  );
  return [...own, ...helped, ...covered];
};

/** The staff's list of activities, and the figures of a year by category and by village covered. */
export const activityProjector: Projector<Activity> = {
  type: activityType,
  project: (stored) => ({
    entries: trailOf(stored.state.node).map((at) => ({
      list: activitiesList(at),
      sort: stored.state.createdAt,
      row: activityRow(stored),
    })),
    counts: figuresOf(stored.state),
  }),
};

/** What is on in every place it is for, and at its venue, where those called off are shown as such. */
export const listedSessionProjector: Projector<ListedSession> = {
  type: listedSessionType,
  project: ({ id, version, state }) => {
    const row: SessionRow = { session: id, version, ...state };
    const lists = [
      ...(state.state === 'cancelled' ? [] : listedNodes(state).map(whatsOnList)),
      ...(state.venue === undefined ? [] : [venueSessionsList(state.venue)]),
    ];
    return { entries: lists.map((list) => ({ list, sort: state.from, row })), counts: [] };
  },
};
