import * as v from 'valibot';
import { assignmentProjector } from '../../functions/campaigns/assignments.projector.ts';
import { unvisitedList } from '../../functions/campaigns/assignments.store.ts';
import { campaignProjector } from '../../functions/campaigns/campaigns.projector.ts';
import type { Campaign } from '../../functions/campaigns/campaigns.states.ts';
import { campaignList, campaignType } from '../../functions/campaigns/campaigns.store.ts';
import type { Finding } from '../../functions/findings/findings.states.ts';
import { findingType } from '../../functions/findings/findings.store.ts';
import { householdProjector } from '../../functions/households/households.projector.ts';
import { householdList } from '../../functions/households/households.store.ts';
import { issueType } from '../../functions/issues/issues.store.ts';
import { latestRuns } from '../../functions/platform/runtime/runs.ts';
import type { Item } from '../../functions/platform/runtime/store.ts';
import {
  addDays,
  addMinutes,
  type Instant,
  parseInstant,
  parseLocalDate,
} from '../../functions/platform/runtime/time.ts';
import { renovationType } from '../../functions/renovation/renovation.store.ts';
import { everySchedule } from '../../functions/schedules.ts';
import type { SupervisionList } from '../../functions/supervision/supervision.states.ts';
import {
  supervisionLists,
  supervisionProjector,
  supervisionType,
} from '../../functions/supervision/supervision.store.ts';
import { targetProjector } from '../../functions/targets/targets.store.ts';
import { newVenueSchema } from '../../functions/venues/venues.fields.ts';
import { venueProjector } from '../../functions/venues/venues.projector.ts';
import { writeDown } from '../../functions/venues/venues.rules.ts';
import { venueType } from '../../functions/venues/venues.store.ts';
import { places } from '../support/district.ts';
import { hours, newVenue, timetable } from '../support/venues.ts';
import { careOfBookings, heldPlaces, lateBookings } from './checks.due.bookings.ts';
import {
  assignmentAt,
  campaignOfChecks,
  closedIn,
  due,
  type Matter,
  openHomes,
  roomyTown,
  type Templates,
  villageNo,
} from './checks.templates.ts';
import { idsFor, listItems, recordItem } from './seeds.records.ts';

const at = (local: string): Instant => parseInstant(`${local.replace(' ', 'T')}:00+08:00`);
const officer = { id: 'seed', name: '区办 一' };
const numbers = Array.from({ length: due }, (_, n) => n);
const allFound = { examined: due, found: due };

const issues = ({ claimed, transferred, resolved }: Templates): Matter[] =>
  [
    { schedule: 'issue-deadline' as const, issue: claimed, of: 'issues a working day before their deadline' },
    { schedule: 'issue-unclaimed' as const, issue: transferred, of: 'issues no department claimed' },
    { schedule: 'issue-unanswered' as const, issue: resolved, of: 'resolved issues nobody answered' },
  ].map(({ schedule, issue, of }) => ({
    ...{ schedule, of, ...allFound, now: issueType.dueAt(issue) ?? issue.raisedAt },
    items: idsFor(schedule, due).map((id) => recordItem(issueType, id, issue)),
  }));

/** Lists of a hundred days nobody looked at; the list of the day is drawn besides. */
const supervision = (): Matter => {
  const now = at('2026-12-08 07:30');
  return {
    ...{
      schedule: 'supervision-list',
      now,
      found: due,
      of: 'lists nobody looked at, and the one of the day',
    },
    items: numbers.flatMap((n) => {
      const date = addDays(parseLocalDate('2026-12-06'), -n);
      const drawnAt = addMinutes(now, -(n + 2) * 24 * 60);
      const list: SupervisionList = {
        ...{ state: 'open', date, node: places.district, drawnAt, seed: 's', population: [], missed: [] },
        items: [{ issue: 'one', reasons: ['overdue'], place: places.village }],
        found: { overdue: 1, unowned: 0, returned: 0, dissatisfied: 0, random: 0 },
        ...{ dueAt: addMinutes(now, -60), provisional: false },
      };
      return [
        recordItem(supervisionType, date, list),
        ...listItems(supervisionProjector, date, list, supervisionLists),
      ];
    }),
  };
};

/** A campaign of the town in which each village is due. */
const campaign = (from: string): Item[] => {
  const state: Campaign = {
    state: 'running',
    ...{ name: '暖冬走访', objective: '户户走到', steps: ['敲门'], materials: ['明白纸'], scope: roomyTown },
    ...{ from: parseLocalDate(from), to: parseLocalDate('2027-08-31'), perDay: 20, includeRestDays: false },
    ...{ createdAt: at(`${from} 01:00`), createdBy: officer },
    ...{ startedAt: at(`${from} 01:00`), startedBy: officer },
  };
  return [
    recordItem(campaignType, campaignOfChecks, state),
    ...listItems(campaignProjector, campaignOfChecks, state, campaignList),
  ];
};

const campaigns = (): Matter[] => [
  {
    ...{ schedule: 'ledger-noon', now: at('2026-12-08 12:00'), ...allFound },
    of: 'villages that did not hand in their day',
    // Begun the day before: each village owes one day.
    items: campaign('2026-12-07'),
  },
  {
    ...{ schedule: 'visit-coverage', now: at('2026-12-08 18:00'), ...allFound },
    of: 'villages with a household past its day',
    items: [
      ...campaign('2026-12-01'),
      ...numbers.flatMap((n) => {
        const assignment = assignmentAt(`late ${n}`, villageNo(n), parseLocalDate('2026-12-07'));
        const list = unvisitedList(campaignOfChecks, roomyTown);
        return listItems(assignmentProjector, `${campaignOfChecks}.late ${n}`, assignment, list).filter(
          ({ PK }) => PK === `LIST#${list}`,
        );
      }),
    ],
  },
  {
    ...{ schedule: 'visit-proof', now: at('2026-12-08 02:30'), ...allFound },
    of: 'households of a campaign whose register has no others, of nobody',
    items: [
      ...campaign('2026-12-01'),
      ...idsFor('household', due).flatMap((id, n) =>
        listItems(
          householdProjector,
          id,
          {
            ...{ status: 'active', kind: 'home', village: villageNo(n), address: { text: '幸福里1号' } },
            members: [{ no: 1, name: '王**', relation: '户主', categories: [] }],
            ...{ lastNo: 1, source: 'register', createdAt: at('2026-11-20 09:00') },
          },
          householdList(villageNo(n)),
        ).slice(0, 1),
      ),
    ],
  },
];

/** Venues that begin in the week that is counted, with a timetable of less than they promise. */
const venues = (): Matter => {
  const now = at('2026-12-07 06:00');
  const fields = v.parse(newVenueSchema, newVenue({ timetables: [timetable(hours('09:00-11:00'))] }));
  const made = writeDown(fields, { by: officer, now: addMinutes(now, -60) });
  if ('refusal' in made) throw new Error(made.refusal);
  return {
    ...{ schedule: 'venue-hours', now, ...allFound, of: 'venues that plan fewer hours than they promise' },
    items: idsFor('narrow venue', due).flatMap((id) => [
      recordItem(venueType, id, made.next),
      ...listItems(venueProjector, id, made.next, `venues/${places.district}`).slice(0, 1),
    ]),
  };
};

const homes = ({ applied }: Templates): Matter[] => {
  const { clock } = applied;
  const old = { ...applied, clock: { ...clock, calendarVersion: 'before' } };
  return [
    {
      ...{ schedule: 'renovation-deadline', now: clock.dueAt, ...allFound },
      of: `applications nobody checked in time, beside ${openHomes} that are open, too`,
      items: idsFor('late home', due).map((id) => recordItem(renovationType, id, applied)),
    },
    {
      ...{ schedule: 'renovation-calendar', now: addMinutes(clock.startedAt, 60) },
      ...{ examined: openHomes + due, found: due },
      of: `open applications of ${openHomes + due} whose deadline a loaded calendar moves`,
      items: idsFor('moved home', due).map((id) => recordItem(renovationType, id, old)),
    },
  ];
};

const targets = (): Matter => {
  const set = { at: at('2026-01-05 09:00'), by: officer };
  return {
    ...{ schedule: 'target-pace', now: at('2026-12-07 06:30'), ...allFound, of: 'targets that are behind' },
    items: idsFor('target', due).flatMap((id) =>
      listItems(
        targetProjector,
        id,
        {
          ...{ node: places.district, year: 2026, subject: 'film', unit: 'sessions', figure: 240 },
          ...{ createdAt: set.at, set },
        },
        'targets/',
      ),
    ),
  };
};

/** Findings whose time to be told above has come, of whatever check. */
const findings = ({ cleared }: Templates): Matter => {
  const now = at('2026-12-08 00:30');
  const { clearedAt: _, ...common } = cleared;
  return {
    ...{ schedule: 'finding-care', now, ...allFound, of: 'findings that go to the next above' },
    items: idsFor('finding', due).map((id) =>
      recordItem<Finding>(findingType, `issue-deadline.${id}`, {
        ...common,
        ...{ state: 'open', record: { kind: 'ISSUE', id }, escalatesAt: addMinutes(now, -30) },
      }),
    ),
  };
};

/** What cannot be due a hundred times. */
const single = (): Matter[] => [
  {
    ...{ schedule: 'calendar-year', now: at('2026-12-08 08:10'), items: [] },
    of: 'this year and the next, which is not loaded',
  },
  {
    ...{ schedule: 'schedule-run', now: at('2026-12-08 11:07') },
    of: `the ${everySchedule.length} schedules there are, none of which ran`,
    items: everySchedule.map(({ name: SK }) => {
      const startedAt = at('2026-11-20 00:00');
      const run = { scheduledAt: startedAt, startedAt, finishedAt: startedAt, firstAt: startedAt };
      return { PK: latestRuns, SK, ...run, examined: 1, found: 0, failed: 0 };
    }),
  },
];

const retention = ({ closed }: Templates): Matter[] => {
  const items = idsFor('past', due).map((id) => recordItem(issueType, id, closedIn(closed, '2023')));
  return [
    {
      ...{ schedule: 'retention', now: at('2026-12-08 03:30'), items, ...allFound },
      of: 'closed issues whose period is over',
    },
    {
      ...{ schedule: 'retention-past', now: at('2026-12-08 04:30'), items, found: 1 },
      of: 'closed issues that should have been made anonymous, one finding',
    },
  ];
};

/** Everything a check rests on, in the order of the checks, and what has a finding go further. */
export const matters = (known: Templates): readonly Matter[] => [
  ...issues(known),
  supervision(),
  ...campaigns(),
  venues(),
  ...[lateBookings(), careOfBookings(), heldPlaces()],
  ...homes(known),
  targets(),
  ...single(),
  ...retention(known),
  findings(known),
];
