import { formatDeadline } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import type { CaseView } from '../queries.ts';
import { issuesWords } from './issues.words.ts';

const { t } = issuesWords;

export interface Change {
  readonly term: string;
  readonly was: string;
  readonly is: string;
}

const nothing = '—';

const extensionWords = ({ extension }: CaseView): string => {
  if (extension === undefined) return nothing;
  if (extension.decision === undefined) return t('case.extension.waits');
  return t(extension.decision.approved ? 'case.extension.approved' : 'case.extension.refused');
};

/** What somebody deciding on a case goes by, each put into words. */
const aspects = (
  view: CaseView,
  nameOf: (path: string) => string,
): readonly (readonly [string, string])[] => [
  [t('ledger.state'), t(`state.${view.state}`)],
  [t('case.department'), view.assignment === undefined ? nothing : nameOf(view.assignment.department)],
  [t('case.urgency'), t(`urgency.${view.urgency}`)],
  [t('case.clock'), view.clock === undefined ? nothing : formatDeadline(view.clock.dueAt, language())],
  [t('case.handler'), view.handler?.name ?? nothing],
  [t('case.returns'), String(view.returns.length)],
  [t('case.extension'), extensionWords(view)],
  [t('case.outcome'), view.resolution === undefined ? nothing : t(`outcome.${view.resolution.outcome}`)],
  [t('case.attempts'), String(view.attempts?.length ?? 0)],
  [t('case.answer'), view.answer?.text ?? nothing],
  [t('case.follow-up'), view.followUp?.note ?? nothing],
  [t('case.duplicates'), String(view.duplicates.length)],
  [t('case.duplicate-of'), view.duplicateOf ?? nothing],
];

/** What differs between the version somebody was looking at and the one a colleague made of it. */
export const changesBetween = (
  before: CaseView,
  after: CaseView,
  nameOf: (path: string) => string,
): readonly Change[] => {
  const now = aspects(after, nameOf);
  return aspects(before, nameOf).flatMap(([term, was], index) => {
    const is = now[index]?.[1] ?? nothing;
    return was === is ? [] : [{ term, was, is }];
  });
};
