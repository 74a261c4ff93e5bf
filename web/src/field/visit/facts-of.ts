import { slots } from '../../../../functions/campaigns/campaigns.words.ts';
import { categories } from '../../../../functions/issues/issues.words.ts';
import { grades, relations } from '../../../../functions/visits/visits.words.ts';
import { fieldWords } from '../field.words.ts';
import { type Answers, asks } from './answers.ts';

const { t } = fieldWords;

interface Fact {
  readonly term: string;
  readonly value: string;
}

const known = <T extends string>(words: readonly T[], given: string): T | undefined =>
  words.find((word) => word === given);

const metWords = (met: readonly string[]): string =>
  relations
    .filter((relation) => met.includes(relation))
    .map((relation) => t(`met.${relation}`))
    .join(t('and'));

const gradeWords = (given: string): string => {
  const grade = grades.find((each) => String(each) === given);
  return grade === undefined ? '' : t(`grade.${grade}`);
};

const appointmentWords = ({ day, slot }: Answers): string => {
  const word = known(slots, slot);
  return [day, word === undefined ? '' : t(`slot.${word}`)].join(' ').trim();
};

const issueWords = (answers: Answers): Fact[] =>
  answers.issues.map(({ category, what, place }, at) => {
    const word = known(categories, category);
    return {
      term: t('issue.title', { n: at + 1 }),
      value: [word === undefined ? '' : t(`category.${word}`), what, place]
        .filter((each) => each.trim() !== '')
        .join(' · '),
    };
  });

/** A visit in words: what was asked and answered, in the order of the form. */
export const factsOf = (answers: Answers, photos: number): Fact[] => {
  const { outcome } = answers;
  if (outcome === '') return [];
  const facts: Fact[] = [
    { term: t('outcome.label'), value: t(`outcome.${outcome}`) },
    { term: t('appointment.label'), value: asks(outcome, 'appointment') ? appointmentWords(answers) : '' },
    { term: t('met.label'), value: asks(outcome, 'met') ? metWords(answers.met) : '' },
    {
      term: t('satisfaction.label'),
      value: asks(outcome, 'satisfaction') ? gradeWords(answers.satisfaction) : '',
    },
    { term: t('views.label'), value: asks(outcome, 'views') ? answers.views : '' },
    ...(asks(outcome, 'issues') ? issueWords(answers) : []),
    { term: t('materials.label'), value: asks(outcome, 'materials') ? answers.materials.join(t('and')) : '' },
    { term: t('photos.all'), value: photos === 0 ? '' : t('photos.count', { n: photos }) },
    { term: t('note.label'), value: asks(outcome, 'note') ? answers.note : '' },
  ];
  return facts.filter(({ value }) => value.trim() !== '');
};
