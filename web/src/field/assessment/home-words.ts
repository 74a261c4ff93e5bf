import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { type AssessmentAnswers, itemsWords } from '../../assessment/answers.ts';
import { assessmentWords } from '../../assessment/assessment.words.ts';
import { formatDate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import type { Fact } from '../../ui/facts.tsx';
import { problemMessage } from '../messages.ts';
import type { AssessmentRefusal } from '../service.ts';
import type { Home } from './homes.ts';
import { homesWords } from './homes.words.ts';
import type { Theirs } from './written.ts';

const { t } = homesWords;

/** How it is called in a list: where it is, as far as the phone knows. */
export const titleOf = ({ place, reach, reference }: Home): string => {
  const village = place?.[language() === 'en' ? 'en' : 'zh'];
  const where = [village, reach?.address].filter((part) => part !== undefined).join(' ');
  return where === '' ? t('title.reference', { reference: formatReference(reference) }) : where;
};

const written = (facts: readonly Fact[]): Fact[] => facts.filter(({ value }) => value !== '');

/** What the applicant has said, and when the visit is. */
export const homeFacts = (home: Home): Fact[] => [
  { term: t('home.day'), value: formatDate(home.day, language()) },
  { term: t('home.wanted'), value: itemsWords(home.wants) },
  { term: t('home.need'), value: home.need },
];

/** An assessment in words, whoever wrote it. */
export const assessmentFacts = ({
  items,
  ...texts
}: Pick<AssessmentAnswers, 'function' | 'home'> & {
  readonly items: readonly {
    readonly item: Home['wants'][number];
    readonly needed: boolean | '' | 'yes' | 'no';
    readonly why: string;
    readonly measured?: string | undefined;
  }[];
}): Fact[] =>
  written([
    { term: assessmentWords.t('function'), value: texts.function },
    { term: assessmentWords.t('home'), value: texts.home },
    ...items.map(({ item, needed, why, measured = '' }) => ({
      term: assessmentWords.t(`item.${item}`),
      value: [neededWords(needed), why, measured].filter((part) => part !== '').join(' · '),
    })),
  ]);

const neededWords = (needed: boolean | '' | 'yes' | 'no'): string => {
  if (needed === '') return '';
  return assessmentWords.t(needed === true || needed === 'yes' ? 'needed.yes' : 'needed.no');
};

const states = ['reviewed', 'withdrawn', 'rejected', 'papers', 'assessed'] as const;

/** How the application stands with the service. */
export const theirFacts = ({ state, assessor, by, assessment }: Theirs): Fact[] => [
  { term: t('theirs.state'), value: t(`state.${states.find((known) => known === state) ?? 'later'}`) },
  ...written([
    { term: t('theirs.assessor'), value: assessor ?? '' },
    { term: t('theirs.by'), value: by ?? '' },
  ]),
  ...(assessment ? assessmentFacts(assessment) : []),
];

const reasons = {
  'renovation.not_found': 'problem.gone',
  'renovation.assessor_other': 'problem.other',
  'renovation.assessor_missing': 'problem.other',
  'renovation.transition_not_allowed': 'problem.done',
  'renovation.decided_before': 'problem.done',
  'renovation.nothing_needed': 'nothing-needed',
  'access.scope': 'problem.gone',
  'request.stale': 'problem.moved',
} as const satisfies Partial<Record<AssessmentRefusal | 'access.scope' | 'request.stale', string>>;

const isReason = (code: string): code is keyof typeof reasons => Object.hasOwn(reasons, code);

/** Why the service did not take it. */
export const reasonOf = (code: string, theirs: Theirs | undefined): string => {
  if (theirs?.state === 'withdrawn') return t('problem.withdrawn');
  if (code === 'request.stale' && theirs !== undefined && !theirs.mayAssess) {
    return t(theirs.state === 'reviewed' ? 'problem.other' : 'problem.done');
  }
  return isReason(code) ? t(reasons[code]) : problemMessage(code);
};
