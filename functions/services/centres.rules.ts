import type { Accepted, Decision } from '../platform/ledger/change.ts';
import { addDays, type LocalDate, localDateOf } from '../platform/runtime/time.ts';
import type { CentreDetails, Leaving, NewCentre, NewEmployment, NewMembership } from './centres.fields.ts';
import type { Attendance, Centre, Membership } from './centres.states.ts';
import type { Act } from './people.rules.ts';
import type { Consent, ShownPerson } from './people.states.ts';
import type { ServicesRefusal } from './services.problems.ts';
import { limits } from './services.words.ts';

type CentreDecision = Decision<Centre, ServicesRefusal>;
type MembershipDecision = Decision<Membership, ServicesRefusal>;
type AttendanceDecision = Decision<Attendance, ServicesRefusal>;

const refuse = (refusal: ServicesRefusal): { readonly refusal: ServicesRefusal } => ({ refusal });

export const openCentre = (fields: NewCentre, { now }: Act): Accepted<Centre> => ({
  next: { state: 'open', ...fields, createdAt: now },
  events: [{ type: 'opened', data: { capacity: fields.capacity } }],
});

export const changeCentre = (centre: Centre, { name, address, phone }: CentreDetails): CentreDecision => {
  if (centre.state === 'closed') return refuse('centre.closed');
  const from = { name: centre.name, address: centre.address, phone: centre.phone };
  return {
    next: { ...centre, name, address, phone },
    events: [{ type: 'details-changed', data: { from } }],
  };
};

/** Whether there are members too many is decided where they are counted, in the commit. */
export const resize = (
  centre: Centre,
  { capacity, reason }: { readonly capacity: number; readonly reason: string },
): CentreDecision => {
  if (centre.state === 'closed') return refuse('centre.closed');
  return {
    next: { ...centre, capacity },
    events: [{ type: 'capacity-changed', data: { from: centre.capacity, to: capacity, reason } }],
  };
};

export const closeCentre = (centre: Centre, reason: string, { by, now }: Act): CentreDecision => {
  if (centre.state === 'closed') return refuse('centre.closed');
  return {
    next: { ...centre, state: 'closed', closed: { at: now, by, reason } },
    events: [{ type: 'closed', data: { reason } }],
  };
};

interface Joining {
  readonly centre: { readonly id: string; readonly state: Centre };
  readonly fields: Pick<NewMembership, 'from' | 'until'>;
  readonly shown: { readonly person: ShownPerson; readonly consent: Consent };
  readonly data: Readonly<Record<string, unknown>>;
}

export const join = (
  { centre: { id, state: centre }, fields: { from, until }, shown, data }: Joining,
  { now }: Act,
): MembershipDecision => {
  if (centre.state === 'closed') return refuse('centre.closed');
  if (from > addDays(localDateOf(now), limits.aheadDays)) return refuse('service.day_not_possible');
  return {
    next: {
      state: 'current',
      ...{ centre: id, node: centre.node },
      ...shown,
      ...{ from, employments: [], createdAt: now },
      ...(until === undefined ? {} : { until }),
    },
    events: [{ type: 'joined', data: { ...data, from, until } }],
  };
};

/** Work begins while somebody is a member, and is recorded once it has begun. */
export const employ = (
  membership: Membership,
  { employer, day, note }: NewEmployment,
  { by, now }: Act,
): MembershipDecision => {
  if (membership.state === 'left') return refuse('member.left');
  if (day < membership.from || day > localDateOf(now)) return refuse('service.day_not_possible');
  if (membership.employments.length >= limits.employments) return refuse('member.employments_full');
  const employment = { employer, day, by, ...(note === undefined ? {} : { note }) };
  return {
    next: { ...membership, employments: [...membership.employments, employment] },
    events: [{ type: 'employed', data: { employer, day } }],
  };
};

export const leave = (
  membership: Membership,
  { day, reason, note }: Leaving,
  { by, now }: Act,
): MembershipDecision => {
  if (membership.state === 'left') return refuse('member.left');
  if (day < membership.from || day > localDateOf(now)) return refuse('service.day_not_possible');
  const left = { at: now, by, day, reason, ...(note === undefined ? {} : { note }) };
  return {
    next: { ...membership, state: 'left', left },
    events: [{ type: 'left', data: { day, reason } }],
  };
};

/** Whether somebody was a member of a centre on a day; the last day of a membership is one of it. */
export const wasMember = (membership: Membership | undefined, centre: string, day: LocalDate): boolean =>
  membership?.centre === centre &&
  membership.from <= day &&
  (membership.state === 'current' || day <= membership.left.day);

interface HandingIn {
  readonly centre: { readonly id: string; readonly node: string };
  readonly day: LocalDate;
  readonly present: readonly string[];
  /** Of those present, whoever was a member that day. */
  readonly members: readonly string[];
}

export const handIn = (
  { centre: { id, node }, day, present, members }: HandingIn,
  { by, now }: Act,
): AttendanceDecision => {
  if (day > localDateOf(now)) return refuse('service.day_not_possible');
  if (present.some((one) => !members.includes(one))) return refuse('attendance.not_member');
  return {
    next: {
      ...{ centre: id, node, day, present: [...present] },
      handedIn: { at: now, by },
      corrections: [],
    },
    events: [{ type: 'handed-in', data: { present: present.length } }],
  };
};

export const correctAttendance = (
  attendance: Attendance,
  { present, members, reason }: Pick<HandingIn, 'present' | 'members'> & { readonly reason: string },
  { by, now }: Act,
): AttendanceDecision => {
  // Somebody counted before stays countable: they may have left since, with an earlier last day.
  const known = new Set([...members, ...attendance.present]);
  if (present.some((one) => !known.has(one))) return refuse('attendance.not_member');
  if (present.join() === attendance.present.join()) return refuse('service.nothing_changed');
  if (attendance.corrections.length >= limits.corrections) return refuse('attendance.corrections_full');
  const correction = { at: now, by, reason, before: attendance.present.length, after: present.length };
  return {
    next: { ...attendance, present: [...present], corrections: [...attendance.corrections, correction] },
    events: [{ type: 'corrected', data: { before: correction.before, after: correction.after, reason } }],
  };
};
