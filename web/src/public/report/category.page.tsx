import { useNavigate } from '@solidjs/router';
import { type Component, createEffect } from 'solid-js';
import type { categories } from '../../../../functions/issues/issues.words.ts';
import type { FieldProblem } from '../../../../functions/platform/contract/problems.ts';
import { RadioGroup } from '../../ui/choice-field.tsx';
import type { FieldMessage } from '../../ui/error-summary.tsx';
import { messageWords, photoWords, reportStartWords, reportWords, sendingWords } from '../public.words.ts';
import { changeDraft, type Draft, draft } from './report.draft.ts';
import { outcome } from './report.outcome.ts';
import { pathOfStep, type Step } from './report.paths.ts';
import { createStepForm, StepPage } from './step-page.tsx';

const { t } = reportStartWords;

/**
 * Every category the contract knows, in the order they are shown. Written out with its words rather than read from
 * there: the contract brings its schemas, and this first page has to be there at once.
 */
const labels = {
  environment: 'category.environment',
  roads: 'category.roads',
  utilities: 'category.utilities',
  housing: 'category.housing',
  safety: 'category.safety',
  welfare: 'category.welfare',
  culture: 'category.culture',
  neighbours: 'category.neighbours',
  other: 'category.other',
} as const satisfies Record<(typeof categories)[number], string>;

const problemsOf = (_step: Step, { category }: Draft): readonly FieldProblem[] =>
  Object.hasOwn(labels, category) ? [] : [{ path: 'category', code: 'field.choice', n: '', message: '' }];

const messagesOf = (problems: readonly FieldProblem[]): readonly FieldMessage[] =>
  problems.map(({ path }) => ({ name: path, message: t('missing.category') }));

const CategoryPage: Component = () => {
  const navigate = useNavigate();
  const form = createStepForm('category', problemsOf, messagesOf);
  const options = () =>
    Object.entries(labels).map(([value, label]) => ({
      value,
      label: t(label),
      hint: t(`${label}.hint`),
    }));
  createEffect(() => {
    if (outcome.isFrozen()) navigate(pathOfStep('check'), { replace: true });
  });
  const choose = (category: string): void => {
    changeDraft({ category });
    // Somebody means it: bring the rest now, so that a connection that breaks half-way takes nothing from them.
    Promise.all([
      import('./report.pages.ts'),
      reportWords.load(),
      sendingWords.load(),
      photoWords.load(),
      messageWords.load(),
    ]).then(
      ([{ begin }]) => begin(),
      // Asked for again by the next page, which then says what is wrong.
      () => undefined,
    );
  };
  return (
    <StepPage step="category" form={form} title={t('category.title')} lead={t('category.danger')}>
      <RadioGroup
        name="category"
        label={t('category.label')}
        options={options()}
        value={draft().category}
        error={form.errorOf('category')}
        onChange={choose}
      />
    </StepPage>
  );
};

export default CategoryPage;
