import { categories } from '../../../../functions/issues/issues.words.ts';
import { issuesWords } from '../issues/issues.words.ts';
import { householdsWords } from './households.words.ts';

/** Other nouns put their own words into a timeline; one this page has no words for is shown as it stands. */
const outcomes = ['met', 'not-home', 'refused', 'vacant', 'moved', 'appointment'] as const;
const states = [
  ...(['registered', 'transferred', 'arbitration', 'claimed', 'linked'] as const),
  ...(['resolved', 'answered', 'closed'] as const),
] as const;

const known = <T extends string>(all: readonly T[], text: string): T | undefined =>
  all.find((each) => each === text);

export const visitOutcomeWords = (outcome: string): string => {
  const own = known(outcomes, outcome);
  return own === undefined ? outcome : householdsWords.t(`outcome.${own}`);
};

export const issueCategoryWords = (category: string): string => {
  const own = known(categories, category);
  return own === undefined ? category : issuesWords.t(`category.${own}`);
};

export const issueStateWords = (state: string): string => {
  const own = known(states, state);
  return own === undefined ? state : issuesWords.t(`state.${own}`);
};
