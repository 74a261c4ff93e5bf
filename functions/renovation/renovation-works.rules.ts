import type { Officer } from '../platform/contract/officer.ts';
import type { PhotoId } from '../platform/photos/photo.contract.ts';
import { type LocalDate, localDateOf, parseLocalDate } from '../platform/runtime/time.ts';
import { amountOf, type Quantity } from './plan-checks.rules.ts';
import {
  type Act,
  clockFor,
  decided,
  type OwnAct,
  type RenovationDecision,
  refuse,
  type When,
} from './renovation.rules.ts';
import type { In } from './renovation.states.ts';
import { type FollowUpMonth, followUpMonths, limits, type Signer, signers } from './renovation.words.ts';

interface Shown {
  readonly photos: readonly PhotoId[];
  readonly note?: string | undefined;
}

/** Given to a contractor as part of a lot. */
export const assign = (
  renovation: In<'ready'>,
  act: Act,
  contractor: Officer,
  lot: string,
): RenovationDecision<In<'building'>> =>
  decided(
    {
      ...renovation,
      state: 'building',
      job: { contractor, lot, by: act.by, at: act.now, defects: [], reworks: 0 },
      ...clockFor('building', act),
    },
    'assigned',
    { contractor: contractor.name, lot },
  );

/** How it was before: without it nobody can see what was done. */
export const showBefore = (
  renovation: In<'building'>,
  { now }: Pick<Act, 'now'>,
  { photos, note }: Shown,
): RenovationDecision<In<'building'>> => {
  if (photos.length === 0) return refuse('renovation.before_photos_missing');
  const before = { photos: [...photos], at: now, ...(note === undefined ? {} : { note }) };
  return decided({ ...renovation, job: { ...renovation.job, before } }, 'before-shown', {
    photos: photos.length,
  });
};

/** Done: what was built is at most what was planned, and so is what it costs. */
export const complete = (
  renovation: In<'building'>,
  act: Act,
  { photos, note, lines }: Shown & { readonly lines: readonly Quantity[] },
): RenovationDecision<In<'finished'>> => {
  if (!renovation.job.before || photos.length === 0) return refuse('renovation.before_photos_missing');
  const built: In<'finished'>['completion']['lines'] = [];
  for (const { item, quantity } of lines) {
    if (built.some((line) => line.item === item)) return refuse('renovation.item_twice', item);
    const planned = renovation.plan.lines.find((line) => line.item === item);
    if (!planned || quantity > planned.quantity) return refuse('renovation.over_plan', item);
    built.push({ item, quantity, amount: planned.price * quantity });
  }
  const amount = amountOf(built);
  return decided(
    {
      ...renovation,
      state: 'finished',
      completion: {
        ...{ photos: [...photos], lines: built, amount, at: act.now },
        ...(note === undefined ? {} : { note }),
      },
      signatures: [],
      ...clockFor('finished', act),
    },
    'completed',
    { amount },
  );
};

/** Something isn't right: the contractor puts it right, and everybody signs anew. */
export const findDefect = (
  renovation: In<'finished'>,
  act: OwnAct,
  side: 'federation' | 'applicant',
  { text, photos }: { readonly text: string; readonly photos: readonly PhotoId[] },
): RenovationDecision<In<'building'>> => {
  const { job } = renovation;
  if (job.defects.length >= limits.defects) return refuse('renovation.defects_full');
  const { by, now } = act;
  const defect = {
    ...{ no: job.defects.length + 1, text, photos: [...photos], side, at: now },
    ...(by ? { by } : {}),
  };
  const { completion: _, signatures: __, ...rest } = renovation;
  return decided(
    {
      ...rest,
      state: 'building',
      job: { ...job, defects: [...job.defects, defect], reworks: job.reworks + 1 },
      ...clockFor('building', act),
    },
    'defect-found',
    { no: defect.no, side },
  );
};

/** The same day some months later; the last of the month where there is no such day. */
export const monthsAfter = (day: LocalDate, months: number): LocalDate => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const total = year * 12 + month - 1 + months;
  const last = new Date(Date.UTC(Math.floor(total / 12), (total % 12) + 1, 0)).getUTCDate();
  const two = (n: number): string => String(n).padStart(2, '0');
  return parseLocalDate(`${Math.floor(total / 12)}-${two((total % 12) + 1)}-${two(Math.min(date, last))}`);
};

/** One of the three signs; with the third it is accepted, and what wasn't needed goes back in the same commit. */
export const sign = (
  renovation: In<'finished'>,
  act: OwnAct,
  side: Signer,
): RenovationDecision<In<'finished' | 'accepted'>> => {
  if (renovation.signatures.some((one) => one.side === side)) return refuse('renovation.signed_already');
  const { by, how, now } = act;
  const signatures = [
    ...renovation.signatures,
    { side, at: now, ...(by ? { by } : {}), ...(how ? { how } : {}) },
  ];
  if (!signers.every((signer) => signatures.some((one) => one.side === signer))) {
    return decided({ ...renovation, signatures }, 'signed', { side });
  }
  const { amount } = renovation.completion;
  const returned = renovation.reservation.amount - amount;
  const today = localDateOf(now);
  const next: In<'accepted'> = {
    ...renovation,
    state: 'accepted',
    signatures,
    acceptance: { amount, returned, at: now },
    followUps: followUpMonths.map((month) => ({ month, dueOn: monthsAfter(today, month) })),
    ...clockFor('accepted', act),
  };
  return {
    next,
    events: [
      { type: 'signed', data: { side } },
      { type: 'accepted', data: { amount, returned } },
    ],
  };
};

export const pay = (
  { clock: _, ...renovation }: In<'accepted'>,
  { by, now }: Pick<Act, 'by' | 'now'>,
  lot: string,
  note: string,
): RenovationDecision<In<'paid'>> =>
  decided({ ...renovation, state: 'paid', payment: { lot, note, by, at: now } }, 'paid', {
    amount: renovation.acceptance.amount,
    lot,
  });

interface Heard {
  readonly month: FollowUpMonth;
  readonly reached: boolean;
  readonly satisfaction?: 1 | 2 | 3 | 4 | 5 | undefined;
  readonly note?: string | undefined;
}

/** How it is now; with the last of them the case is closed. */
export const followUp = (
  renovation: In<'paid'>,
  { by, now }: Pick<OwnAct, 'by' | 'now'>,
  { month, reached, satisfaction, note }: Heard,
): RenovationDecision<In<'paid' | 'closed'>> => {
  const found = renovation.followUps.find((one) => one.month === month);
  if (!found || found.done) return refuse('renovation.follow_up_done');
  if (localDateOf(now) < found.dueOn) return refuse('renovation.follow_up_early');
  const done = {
    ...{ reached, at: now },
    ...(satisfaction === undefined ? {} : { satisfaction }),
    ...(note === undefined ? {} : { note }),
    ...(by ? { by } : {}),
  };
  const followUps = renovation.followUps.map((one) => (one.month === month ? { ...one, done } : one));
  const data = { month, reached, satisfaction };
  return followUps.every((one) => one.done !== undefined)
    ? decided({ ...renovation, state: 'closed', followUps, closedAt: now }, 'followed-up', data)
    : decided({ ...renovation, followUps }, 'followed-up', data);
};

/** Puts follow-ups whose day has come on the list of what is to be done; undefined when there is none. */
export const openFollowUps = (
  renovation: In<'paid'>,
  { now }: Pick<When, 'now'>,
): RenovationDecision<In<'paid'>> | undefined => {
  const today = localDateOf(now);
  const opens = renovation.followUps.filter(
    ({ done, openedAt, dueOn }) => !done && openedAt === undefined && dueOn <= today,
  );
  if (opens.length === 0) return undefined;
  return decided(
    {
      ...renovation,
      followUps: renovation.followUps.map((one) => (opens.includes(one) ? { ...one, openedAt: now } : one)),
    },
    'follow-up-due',
    { months: opens.map(({ month }) => month) },
  );
};
