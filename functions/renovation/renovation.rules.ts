import type { WorkingCalendar } from '../calendar/calendar.rules.ts';
import type { Officer } from '../platform/contract/officer.ts';
import type { Decision } from '../platform/ledger/change.ts';
import type { LedgerEvent } from '../platform/ledger/steps.ts';
import type { PhotoId } from '../platform/photos/photo.contract.ts';
import type { Instant, LocalDate } from '../platform/runtime/time.ts';
import { type ClockedStep, daysLeft, startClock } from './renovation.clock.rules.ts';
import type { RenovationRefusal } from './renovation.problems.ts';
import type { In, Renovation, RenovationState } from './renovation.states.ts';
import { stepWorkingDays, type waysOfSaying } from './renovation.words.ts';
import type { StepClock } from './renovation-parts.states.ts';

export type RenovationDecision<S extends Renovation = Renovation> = Decision<S, RenovationRefusal>;

/** When, and by which calendar; all a rule may know of the world besides who acts. */
export interface When {
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
}

/** An act of an officer. */
export interface Act extends When {
  readonly by: Officer;
}

/** An act of the applicant: on the site, or told to an officer who says how. */
export interface OwnAct extends When {
  readonly by: Officer | undefined;
  readonly how: (typeof waysOfSaying)[number] | undefined;
}

export const refuse = (
  refusal: RenovationRefusal,
  detail?: string,
): { readonly refusal: RenovationRefusal; readonly detail?: string } =>
  detail === undefined ? { refusal } : { refusal, detail };

export const decided = <S extends Renovation>(
  next: S,
  type: string,
  data: LedgerEvent['data'] = {},
): RenovationDecision<S> => ({ next, events: [{ type, data }] });

/** Runs a rule for the states it exists in; in any other the transition is not allowed. */
export const from =
  <K extends RenovationState, D>(states: readonly K[], rule: (renovation: In<K>) => D) =>
  (renovation: Renovation): D | ReturnType<typeof refuse> => {
    const isIn = (one: Renovation): one is In<K> => states.some((state) => state === one.state);
    return isIn(renovation) ? rule(renovation) : refuse('renovation.transition_not_allowed');
  };

/** The deadline of a step that begins now. */
export const clockFor = (step: ClockedStep, { now, calendar }: When): { readonly clock: StepClock } => ({
  clock: startClock(calendar, now, stepWorkingDays[step]),
});

/** What an officer did with it, remembered for who may decide next. */
export const withDecision = (
  { decisions }: Pick<Renovation, 'decisions'>,
  what: string,
  { by, now }: Pick<Act, 'by' | 'now'>,
): Pick<Renovation, 'decisions'> => ({ decisions: [...decisions, { what, by, at: now }] });

/** What every application has, without the fields of the state it was in. */
export const commonOf = (renovation: Renovation): Omit<In<'applied'>, 'state' | 'clock'> => {
  const { village, applicant, proxy, circumstances, wants, need, photos, consent } = renovation;
  const { appliedAt, registeredBy, marks, household, decisions, papersRequest, appeal } = renovation;
  return {
    ...{ village, applicant, circumstances, wants, need, photos, consent, appliedAt, marks, decisions },
    ...(proxy ? { proxy } : {}),
    ...(registeredBy ? { registeredBy } : {}),
    ...(household === undefined ? {} : { household }),
    ...(papersRequest ? { papersRequest } : {}),
    ...(appeal ? { appeal } : {}),
  };
};

export const check = (
  renovation: In<'applied'>,
  act: Act,
  note?: string,
): RenovationDecision<In<'checked'>> =>
  decided(
    {
      ...commonOf(renovation),
      state: 'checked',
      ...withDecision(renovation, 'checked', act),
      ...clockFor('checked', act),
    },
    'checked',
    { note },
  );

export const review = (
  renovation: In<'checked'>,
  act: Act,
  note?: string,
): RenovationDecision<In<'reviewed'>> =>
  decided(
    {
      ...commonOf(renovation),
      state: 'reviewed',
      ...withDecision(renovation, 'reviewed', act),
      ...clockFor('reviewed', act),
    },
    'reviewed',
    { note },
  );

/** Once, listing all that is missing; the clock of the step stands still from now on. */
export const askForPapers = (
  renovation: In<'applied' | 'checked' | 'reviewed'>,
  act: Act,
  papers: readonly string[],
): RenovationDecision<In<'papers'>> => {
  if (renovation.papersRequest) return refuse('renovation.papers_once');
  const { by, now, calendar } = act;
  return decided(
    {
      ...commonOf(renovation),
      state: 'papers',
      ...('appointment' in renovation && renovation.appointment
        ? { appointment: renovation.appointment }
        : {}),
      papersRequest: { papers: [...papers], by, at: now },
      step: renovation.state,
      workingDaysLeft: daysLeft(calendar, renovation.clock, now),
    },
    'papers-asked',
    { papers: [...papers] },
  );
};

/** Back to the step the papers were asked at, with the working days it had left. */
export const bringPapers = (
  renovation: In<'papers'>,
  { by, now, calendar }: OwnAct,
  { text, photos }: { readonly text: string; readonly photos: readonly PhotoId[] },
): RenovationDecision<In<'applied' | 'checked' | 'reviewed'>> => {
  const { step, workingDaysLeft, appointment } = renovation;
  const answer = { text, photos: [...photos], at: now, ...(by ? { by } : {}) };
  const next = {
    ...commonOf(renovation),
    papersRequest: { ...renovation.papersRequest, answer },
    clock: startClock(calendar, now, workingDaysLeft),
  };
  const data = { step, workingDays: workingDaysLeft };
  return step === 'reviewed'
    ? decided({ ...next, state: step, ...(appointment ? { appointment } : {}) }, 'papers-brought', data)
    : decided({ ...next, state: step }, 'papers-brought', data);
};

/** Who assesses the home, and on which day; can be named anew as long as nobody was there. */
export const appoint = (
  renovation: In<'reviewed'>,
  { by }: Act,
  assessor: Officer,
  day: LocalDate,
): RenovationDecision<In<'reviewed'>> =>
  decided({ ...renovation, appointment: { assessor, day, by } }, 'assessor-named', {
    assessor: assessor.name,
    day,
  });
