import { trailOf } from '../platform/contract/node-path.ts';
import { nowPeriod } from '../platform/ledger/counters.ts';
import type { Count, ListEntry, Projector } from '../platform/ledger/projections.ts';
import { type LocalDate, localDateOf } from '../platform/runtime/time.ts';
import { clockOf, isOverdue } from './renovation.clock.rules.ts';
import type { RenovationList } from './renovation.lists.ts';
import type { Renovation } from './renovation.states.ts';
import {
  assessmentsList,
  figuresSubject,
  jobsList,
  listName,
  noticesList,
  renovationType,
} from './renovation.store.ts';
import type { AssessmentRow, JobRow, NoticeRow, RenovationRow } from './renovation.views.ts';
import { timelineEntries } from './timeline.ts';

const behind: readonly RenovationList[] = ['closed', 'rejected', 'withdrawn', 'all'];

/** What lies behind is shown from its newest end; what has to be done, from its most urgent; a queue from its head. */
export const orderOf = (list: RenovationList): 'newest first' | 'oldest first' =>
  behind.includes(list) ? 'newest first' : 'oldest first';

const amountOf = (renovation: Renovation): number | undefined => {
  if ('acceptance' in renovation) return renovation.acceptance.amount;
  return 'plan' in renovation ? renovation.plan?.amount : undefined;
};

const itemsOf = (renovation: Renovation): RenovationRow['items'] => {
  const plan = 'plan' in renovation ? renovation.plan : undefined;
  return plan ? plan.lines.map(({ item }) => item) : renovation.wants;
};

const nextFollowUp = (renovation: Renovation): LocalDate | undefined =>
  renovation.state === 'paid' ? renovation.followUps.find(({ done }) => !done)?.dueOn : undefined;

export const rowOf = (reference: string, version: number, renovation: Renovation): RenovationRow => ({
  reference,
  version,
  state: renovation.state,
  village: renovation.village,
  name: renovation.applicant.name,
  category: renovation.applicant.category,
  grade: renovation.applicant.grade,
  circumstances: renovation.circumstances,
  items: itemsOf(renovation),
  amount: amountOf(renovation),
  appliedAt: renovation.appliedAt,
  dueAt: clockOf(renovation)?.dueAt,
  overdue: isOverdue(renovation),
  followUpOn: nextFollowUp(renovation),
  contractor: 'job' in renovation ? renovation.job?.contractor.name : undefined,
  lot: 'job' in renovation ? renovation.job?.lot : undefined,
});

interface Standing {
  readonly list: RenovationList;
  /** Text whose order is the order of the list. */
  readonly at: string;
}

/** Where it stands in the list of its own state. */
const placeOf = (renovation: Renovation): string => {
  switch (renovation.state) {
    case 'queued':
      return renovation.queue.rank;
    case 'papers':
      return renovation.papersRequest.at;
    case 'paid':
      return nextFollowUp(renovation) ?? renovation.appliedAt;
    case 'closed':
      return renovation.closedAt;
    case 'rejected':
      return renovation.rejection.at;
    case 'withdrawn':
      return renovation.withdrawal.at;
    default:
      return renovation.clock.dueAt;
  }
};

/**
 * The lists an application stands in; a pure function of its state. A follow-up that is due stands in a list of its
 * own and not in the round of a household: a home need be in no campaign and no register, a visit asks other questions,
 * and lead, visitor and federation may all ask these.
 */
export const standings = (renovation: Renovation): Standing[] => {
  const clock = clockOf(renovation);
  const asks =
    renovation.state === 'paid'
      ? renovation.followUps.filter(({ done, openedAt }) => !done && openedAt !== undefined)
      : [];
  const [ask] = asks;
  return [
    { list: 'all', at: renovation.appliedAt },
    { list: renovation.state, at: placeOf(renovation) },
    ...(clock ? [{ list: 'open', at: clock.dueAt } as const] : []),
    ...(clock && isOverdue(renovation) ? [{ list: 'overdue', at: clock.dueAt } as const] : []),
    ...(ask ? [{ list: 'follow-ups', at: ask.dueOn } as const] : []),
  ];
};

/** What somebody who assesses or builds it has to do with it. */
const jobOf = (
  reference: string,
  renovation: Renovation,
): { readonly staffId: string; readonly row: JobRow } | undefined => {
  const row = {
    ...{ reference, state: renovation.state, village: renovation.village, name: renovation.applicant.name },
    ...{ items: itemsOf(renovation), dueAt: clockOf(renovation)?.dueAt, overdue: isOverdue(renovation) },
  };
  if (renovation.state === 'reviewed' && renovation.appointment) {
    const { assessor, day } = renovation.appointment;
    return { staffId: assessor.id, row: { ...row, work: 'assessment', day, reworks: 0 } };
  }
  if (!('job' in renovation) || !renovation.job) return undefined;
  const { contractor, lot, reworks } = renovation.job;
  const work =
    renovation.state === 'building' ? 'building' : renovation.state === 'finished' ? 'acceptance' : 'done';
  return { staffId: contractor.id, row: { ...row, work, lot, reworks } };
};

const jobEntries = (reference: string, renovation: Renovation): ListEntry[] => {
  const job = jobOf(reference, renovation);
  if (!job) return [];
  const { staffId, row } = job;
  return [{ list: jobsList(staffId, row.work === 'done'), sort: row.dueAt ?? renovation.appliedAt, row }];
};

/** For the phone of whoever is to assess it. */
const assessmentEntries = (reference: string, version: number, renovation: Renovation): ListEntry[] => {
  if (renovation.state !== 'reviewed' || !renovation.appointment) return [];
  const { village, applicant, wants, need, appointment, clock } = renovation;
  const { assessor, day } = appointment;
  const row: AssessmentRow = {
    ...{ reference, version, village, name: applicant.name },
    ...{ wants, need, day, dueAt: clock.dueAt },
  };
  return [{ list: assessmentsList(assessor.id), sort: day, row }];
};

/** While it is in public, for its village, its town and the district. */
const noticeEntries = (renovation: Renovation): ListEntry[] => {
  if (renovation.state !== 'noticed') return [];
  const { notice, applicant, village, reservation } = renovation;
  const row: NoticeRow = {
    ...{ notice: notice.id, name: applicant.name, village, items: itemsOf(renovation) },
    ...{ amount: reservation.amount, from: notice.from, until: notice.until },
  };
  return trailOf(village).map((node) => ({ list: noticesList(node), sort: notice.until, row }));
};

const satisfiedFrom = 4;

/** What an application adds to the figures of the month it came in. */
export const shares = (renovation: Renovation): Readonly<Record<string, number>> => {
  const yes = (condition: boolean | undefined): number => (condition ? 1 : 0);
  const followUps = 'followUps' in renovation ? renovation.followUps : [];
  const heard = followUps.flatMap(({ done }) =>
    done?.satisfaction === undefined ? [] : [done.satisfaction],
  );
  return {
    applied: 1,
    approved: yes('reservation' in renovation),
    queued: yes(renovation.state === 'queued'),
    rejected: yes(renovation.state === 'rejected'),
    withdrawn: yes(renovation.state === 'withdrawn'),
    appealed: yes(renovation.appeal !== undefined),
    papersAsked: yes(renovation.papersRequest !== undefined),
    accepted: yes('acceptance' in renovation),
    paid: yes('payment' in renovation),
    closed: yes(renovation.state === 'closed'),
    reworked: 'job' in renovation ? (renovation.job?.reworks ?? 0) : 0,
    /** Fen. */
    reservedAmount: 'reservation' in renovation ? renovation.reservation.amount : 0,
    spentAmount: 'acceptance' in renovation ? renovation.acceptance.amount : 0,
    rated: heard.length,
    satisfied: heard.filter((grade) => grade >= satisfiedFrom).length,
  };
};

/** Lists and figures of applications, for every organisation an application counts for. */
export const renovationProjector: Projector<Renovation> = {
  type: renovationType,
  project: ({ id, version, state: renovation }) => {
    const row = rowOf(id, version, renovation);
    const month = localDateOf(renovation.appliedAt).slice(0, 7);
    const nodes = trailOf(renovation.village);
    const places = standings(renovation);
    const monthly = Object.entries(shares(renovation)).filter(([, by]) => by !== 0);
    return {
      entries: [
        ...nodes.flatMap((node) =>
          places.map(({ list, at }): ListEntry => ({ list: listName(node, list), sort: at, row })),
        ),
        ...jobEntries(id, renovation),
        ...assessmentEntries(id, version, renovation),
        ...noticeEntries(renovation),
        ...timelineEntries(id, renovation),
      ],
      counts: nodes.flatMap((node): Count[] => [
        ...monthly.map(([field, by]) => ({ subject: figuresSubject(node), period: month, field, by })),
        ...places.map(({ list }) => ({
          ...{ subject: figuresSubject(node), period: nowPeriod, field: list, by: 1 },
        })),
      ]),
    };
  },
};
