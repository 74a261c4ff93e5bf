import type { Decision } from '../platform/ledger/change.ts';
import { addDays, type LocalDate, localDateOf } from '../platform/runtime/time.ts';
import type { BreakingOff, Completion, NewHelp } from './helps.fields.ts';
import type { Help } from './helps.states.ts';
import { type Act, ageOf } from './people.rules.ts';
import type { Consent, PlainPerson, ShownPerson } from './people.states.ts';
import type { ServicesRefusal } from './services.problems.ts';
import { limits } from './services.words.ts';

type HelpDecision = Decision<Help, ServicesRefusal>;

interface Beginning {
  readonly fields: Pick<NewHelp, 'node' | 'kind' | 'institution' | 'from' | 'until' | 'amount'>;
  readonly plain: PlainPerson;
  readonly shown: { readonly person: ShownPerson; readonly consent: Consent };
  readonly data: Readonly<Record<string, unknown>>;
}

export const begin = ({ fields, plain, shown, data }: Beginning, { now }: Act): HelpDecision => {
  const { node, kind, institution, from, until, amount } = fields;
  if (from > addDays(localDateOf(now), limits.aheadDays)) return { refusal: 'service.day_not_possible' };
  const age = ageOf(plain, from);
  if (age >= limits.childUnder) return { refusal: 'help.not_a_child' };
  // Nobody is helped before they are born.
  if (age < 0) return { refusal: 'service.day_not_possible' };
  return {
    next: {
      state: 'open',
      node,
      ...shown,
      ...{ age, kind, institution, from, until, amount, createdAt: now },
    },
    events: [{ type: 'begun', data: { ...data, kind, from, until, amount } }],
  };
};

/** A help ends on a day between its first one and today. */
const endsOn = (help: Help, day: LocalDate, now: Act['now']): boolean =>
  day >= help.from && day <= localDateOf(now);

export const complete = (
  help: Help,
  { day, outcome, amount = help.amount, note }: Completion,
  { by, now }: Act,
): HelpDecision => {
  if (help.state !== 'open') return { refusal: 'help.over' };
  if (!endsOn(help, day, now)) return { refusal: 'service.day_not_possible' };
  const completed = { at: now, by, day, outcome, ...(note === undefined ? {} : { note }) };
  return {
    next: { ...help, state: 'completed', amount, completed },
    events: [{ type: 'completed', data: { day, outcome, amount } }],
  };
};

export const breakOff = (
  help: Help,
  { day, reason, amount = help.amount, note }: BreakingOff,
  { by, now }: Act,
): HelpDecision => {
  if (help.state !== 'open') return { refusal: 'help.over' };
  if (!endsOn(help, day, now)) return { refusal: 'service.day_not_possible' };
  const brokenOff = { at: now, by, day, reason, ...(note === undefined ? {} : { note }) };
  return {
    next: { ...help, state: 'broken-off', amount, brokenOff },
    events: [{ type: 'broken-off', data: { day, reason, amount } }],
  };
};
