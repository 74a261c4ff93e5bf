import * as v from 'valibot';
import { fieldProblems } from '../../../../functions/platform/contract/fields.ts';
import type { FieldProblem } from '../../../../functions/platform/contract/problems.ts';
import { visitEntrySchema } from '../../../../functions/visits/visits.fields.ts';
import type { KeptDraft } from '../phone/kept.ts';
import type { VisitEntry } from '../service.ts';
import { type Answers, asks, type IssueAnswers } from './answers.ts';

const written = (text: string): string | undefined => (text.trim() === '' ? undefined : text);

const reporterOf = ({ who, name, phone }: IssueAnswers) =>
  who === 'other' ? { who, name, phone } : { who: written(who) };

const issueOf = (issue: IssueAnswers) => ({
  category: written(issue.category),
  what: issue.what,
  ...(written(issue.place) === undefined ? {} : { place: issue.place }),
  reporter: reporterOf(issue),
  consent: issue.consent,
});

/** The answers the outcome asks for, as the contract wants them, not yet checked. */
const bodyOf = ({ entryId, stop, at, answers }: KeptDraft): Record<string, unknown> => {
  const [campaign, household] = stop.split('.');
  const { outcome, met, satisfaction, views, materials, note, day, slot, issues } = answers;
  const given = {
    met: met.map((relation) => ({ relation })),
    satisfaction: satisfaction === '' ? undefined : Number(satisfaction),
    views: written(views),
    materials,
    note: written(note),
    appointment: { day: written(day), slot: written(slot) },
    issues: issues.map(issueOf),
  };
  const asked = Object.entries(given).filter(
    ([question, answer]) => answer !== undefined && isQuestion(question) && asks(outcome, question),
  );
  return { entryId, campaign, household, at, outcome: written(outcome), ...Object.fromEntries(asked) };
};

const questions = ['met', 'satisfaction', 'views', 'materials', 'note', 'appointment', 'issues'] as const;
const isQuestion = (name: string): name is (typeof questions)[number] =>
  questions.some((question) => question === name);

/** Checked before the rest is right: the schema looks at the answers together only then. */
const isNobodyMet = ({ outcome, met }: Answers): FieldProblem[] =>
  asks(outcome, 'met') && met.length === 0
    ? [{ path: 'met', code: 'field.required', n: '', message: '' }]
    : [];

/** The phone of the reporter is needed when the register has none. */
const isPhoneMissing = (answers: Answers, hasPhone: boolean): FieldProblem[] =>
  hasPhone || !asks(answers.outcome, 'issues')
    ? []
    : answers.issues.flatMap(({ who }, at) =>
        who === 'head'
          ? [{ path: `issues.${at}.reporter.who`, code: 'reporter.head', n: '', message: '' }]
          : [],
      );

export interface Checked {
  /** Undefined while something stands in the way. */
  readonly visit: VisitEntry | undefined;
  readonly problems: readonly FieldProblem[];
}

/**
 * What stands in the way of saving, by the contract's own schema, so that nothing the service would refuse for its
 * shape waits for days in an outbox.
 */
export const checkVisit = (draft: KeptDraft): Checked => {
  const body = bodyOf(draft);
  const result = v.safeParse(visitEntrySchema, body);
  const problems = [
    ...isNobodyMet(draft.answers),
    ...(result.success ? [] : fieldProblems(result.issues)).filter(
      ({ path, code }) => path !== 'met' || code !== 'field.required',
    ),
    ...isPhoneMissing(draft.answers, draft.hasPhone),
  ];
  return { visit: problems.length === 0 && v.is(inputSchema, body) ? body : undefined, problems };
};

/** What was typed and not what the schema makes of it: the service reads it by the same schema once more. */
const inputSchema = v.custom<VisitEntry>((body) => v.is(visitEntrySchema, body));
