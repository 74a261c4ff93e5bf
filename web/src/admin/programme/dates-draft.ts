import * as v from 'valibot';
import type { LocalDate } from '../../../../functions/platform/runtime/time.ts';
import { instantFromEpochMilliseconds } from '../../../../functions/platform/runtime/time.ts';
import { datesOf, type TimeSpan } from '../../../../functions/programme/dates.rules.ts';
import { datesRuleSchema } from '../../../../functions/programme/programme.fields.ts';
import { limits } from '../../../../functions/programme/programme.words.ts';
import { ruleProblems } from '../../../../functions/programme/programme-checks.rules.ts';

export interface TimesDraft {
  readonly from: string;
  readonly to: string;
  readonly nextDay: boolean;
}

export interface RuleDraft {
  from: string;
  until: string;
  weekdays: readonly number[];
  times: readonly TimesDraft[];
  /** One day a line. */
  except: string;
  skipHolidays: boolean;
}

export const emptyTimes: TimesDraft = { from: '', to: '', nextDay: false };

const timeIn = (text: string): string => text.trim().padStart(5, '0');

export const ruleBody = ({ from, until, weekdays, times, except, skipHolidays }: RuleDraft): object => ({
  ...{ from, until, weekdays, skipHolidays },
  times: times.map((each) => ({ ...each, from: timeIn(each.from), to: timeIn(each.to) })),
  except: except.split(/[\s,，、;；]+/).filter((text) => text !== ''),
});

/** The dates a complete rule makes, at most one more than an activity can have; undefined as long as it is not one. */
export const previewOf = (
  draft: RuleDraft,
  isHoliday: (day: LocalDate) => boolean,
): readonly TimeSpan[] | undefined => {
  const rule = v.safeParse(datesRuleSchema, ruleBody(draft));
  if (!rule.success) return undefined;
  const now = instantFromEpochMilliseconds(Date.now());
  return ruleProblems(rule.output, now).length > 0
    ? undefined
    : datesOf(rule.output, isHoliday, limits.sessions);
};
