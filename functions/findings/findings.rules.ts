import { addWorkingDays, type WorkingCalendar } from '../calendar/calendar.rules.ts';
import type { Officer } from '../platform/contract/officer.ts';
import { canonicalJson } from '../platform/ledger/chain.ts';
import type { Decision } from '../platform/ledger/change.ts';
import {
  addDays,
  addMinutes,
  endOfDay,
  type Instant,
  type LocalDate,
  localDateOf,
} from '../platform/runtime/time.ts';
import type { FindingRefusal } from './findings.problems.ts';
import type {
  ClearedFinding,
  ExceptedFinding,
  Finding,
  Look,
  OpenFinding,
  Verdict,
} from './findings.states.ts';
import { type Level, levels, limits } from './findings.words.ts';

export type FindingDecision = Decision<Finding, FindingRefusal>;

/** What a decision about a finding knows besides the finding. */
export interface Circumstances {
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
}

const workingDaysUntil: Partial<Record<Level, number>> = {
  supervision: limits.supervisionAfter,
  criticism: limits.criticismAfter,
};

/** The day a promise ran out on: one that ran until 24:00 was broken when the next day began. */
const lastDayBefore = (since: Instant): LocalDate => localDateOf(addMinutes(since, -1));

/** End of the working day at which a promise broken at `since` goes to this level. */
const reachedAt = (level: Level, since: Instant, calendar: WorkingCalendar): Instant | undefined => {
  const days = workingDaysUntil[level];
  return days === undefined ? undefined : endOfDay(addWorkingDays(calendar, lastDayBefore(since), days).date);
};

const nextLevel = (level: Level): Level | undefined => levels[levels.indexOf(level) + 1];

/** The level a finding stands at now, and when it goes to the next. Nothing that is not late yet goes anywhere. */
const standing = (
  { severity, since }: Pick<Finding, 'severity' | 'since'>,
  { now, calendar }: Circumstances,
): Pick<OpenFinding, 'level' | 'escalatesAt'> => {
  if (severity === 'notice') return { level: 'answering' };
  let level: Level = 'answering';
  for (let next = nextLevel(level); next; next = nextLevel(level)) {
    const at = reachedAt(next, since, calendar);
    if (at !== undefined && at > now) return { level, escalatesAt: at };
    level = next;
  }
  return { level };
};

const saysTheSame = (finding: Finding, { node, answers, severity, since, facts }: Verdict): boolean =>
  canonicalJson([finding.node, finding.answers, finding.severity, finding.since, finding.facts]) ===
  canonicalJson([node, answers, severity, since, facts]);

/** Since when a promise is broken that was found so before, and never kept in between. */
const sinceOf = (finding: Finding | undefined, { severity, since, goesOn }: Verdict): Instant =>
  goesOn && finding && finding.state !== 'cleared' && finding.severity === severity && finding.since < since
    ? finding.since
    : since;

const found = (
  finding: Finding | undefined,
  said: Verdict,
  { record, asOf }: Look,
  circumstances: Circumstances,
): FindingDecision | undefined => {
  const verdict = { ...said, since: sinceOf(finding, said) };
  const { check, node, answers, severity, since, facts } = verdict;
  const says = { check, record, node, answers, severity, since, facts, asOf };
  const stands = standing(verdict, circumstances);
  if (!finding || finding.state === 'cleared') {
    const next: OpenFinding = {
      ...{ state: 'open', ...says, ...stands },
      foundAt: circumstances.now,
      times: (finding?.times ?? 0) + 1,
    };
    return { next, events: [{ type: finding ? 'found-again' : 'found', data: { severity, since } }] };
  }
  if (saysTheSame(finding, verdict)) return undefined;
  const next = { ...finding, ...says, level: stands.level, escalatesAt: stands.escalatesAt };
  return { next, events: [{ type: 'changed', data: { severity, since } }] };
};

const cleared = (finding: Finding, { asOf }: Look, now: Instant): FindingDecision | undefined => {
  if (finding.state === 'cleared') return undefined;
  const { check, record, node, answers, severity, since, foundAt, facts, times, level } = finding;
  const next: ClearedFinding = {
    ...{ state: 'cleared', check, record, node, answers, severity, since, foundAt, facts, times, level },
    ...{ asOf, clearedAt: now },
  };
  return { next, events: [{ type: 'cleared', data: { severity, since } }] };
};

/**
 * What a look at a record makes of the finding one check has about it: found, changed, found again, cleared because it
 * no longer holds, or left alone. Nobody clears a finding by hand.
 * @returns undefined when nothing changes, or when this look is older than the one the finding rests on.
 */
export const settle = (
  finding: Finding | undefined,
  verdict: Verdict | undefined,
  look: Look,
  circumstances: Circumstances,
): FindingDecision | undefined => {
  if (finding && look.asOf < finding.asOf) return undefined;
  if (verdict) return found(finding, verdict, look, circumstances);
  return finding && cleared(finding, look, circumstances.now);
};

/** Tells those above, and ends an exception that is over; undefined when neither is due. */
export const care = (finding: Finding, circumstances: Circumstances): FindingDecision | undefined => {
  const { now } = circumstances;
  if (finding.state === 'excepted') {
    if (now < finding.exception.endsAt) return undefined;
    const { exception, ...rest } = finding;
    const next: OpenFinding = {
      ...{ ...rest, state: 'open', ...standing(finding, circumstances) },
      restedUntil: exception.until,
    };
    return { next, events: [{ type: 'exception-over', data: { until: exception.until } }] };
  }
  if (finding.state !== 'open' || finding.escalatesAt === undefined || now < finding.escalatesAt)
    return undefined;
  const { escalatesAt: _, ...rest } = finding;
  const next: OpenFinding = { ...rest, ...standing(finding, circumstances) };
  return { next, events: [{ type: 'escalated', data: { from: finding.level, to: next.level } }] };
};

export interface ExceptionAsked {
  readonly reason: string;
  readonly until: LocalDate;
}

/** Lets a finding rest until a day. It stays found, is counted apart, and is back when the day is over. */
export const except = (
  finding: Finding,
  { reason, until }: ExceptionAsked,
  { by, now }: { readonly by: Officer; readonly now: Instant },
): FindingDecision => {
  if (finding.state !== 'open') return { refusal: 'finding.not_open' };
  const today = localDateOf(now);
  if (until < today || until > addDays(today, limits.exceptionDays))
    return { refusal: 'finding.exception_days' };
  const next: ExceptedFinding = {
    ...finding,
    state: 'excepted',
    exception: { reason, by, at: now, until, endsAt: endOfDay(until) },
  };
  return { next, events: [{ type: 'excepted', data: { reason, until } }] };
};

/** When the schedule must look at it next. */
export const dueAtOf = (finding: Finding): Instant | undefined => {
  if (finding.state === 'excepted') return finding.exception.endsAt;
  return finding.state === 'open' ? finding.escalatesAt : undefined;
};
