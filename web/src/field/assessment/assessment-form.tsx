import { useNavigate } from '@solidjs/router';
import { type Component, createMemo, createSignal, Show } from 'solid-js';
import type { FieldProblem } from '../../../../functions/platform/contract/problems.ts';
import { limits } from '../../../../functions/renovation/renovation.words.ts';
import { labelsOf } from '../../assessment/answers.ts';
import { AssessmentFields } from '../../assessment/assessment-fields.tsx';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/dialog.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Alert } from '../../ui/notice.tsx';
import { fieldWords } from '../field.words.ts';
import { fieldMessage } from '../messages.ts';
import { PhotosField } from '../visit/photos.field.tsx';
import { assessments, discardAssessment } from './assessments.ts';
import { problemsOf } from './check.ts';
import type { AssessmentForm } from './form.ts';
import { homesWords } from './homes.words.ts';

const { t } = homesWords;

const messageOf = (problem: FieldProblem): string => {
  if (problem.code === 'renovation.nothing_needed') return t('nothing-needed');
  const isUnchosen = problem.code === 'field.required' && problem.path.endsWith('.needed');
  return isUnchosen ? fieldWords.t('field.choose') : fieldMessage(problem);
};

/** What was found at the home, kept as it is typed, and the one button that writes it down. */
export const AssessmentFormPart: Component<{ form: AssessmentForm; isBegun: boolean }> = (props) => {
  const navigate = useNavigate();
  const [problems, setProblems] = createSignal<readonly FieldProblem[]>([]);
  const [isBusy, setBusy] = createSignal(false);
  const [isFull, setFull] = createSignal(false);
  const messages = createMemo(() =>
    problems().map((each) => ({ name: each.path, message: messageOf(each) })),
  );
  const errorOf = (name: string): string | undefined =>
    messages().find((message) => message.name === name)?.message;
  const labels = createMemo(() => labelsOf(props.form.answers()));
  const summary = createMemo(() =>
    messages().map(({ name, message }) => {
      const label = labels()[name];
      return { name, message: label === undefined ? message : fieldWords.t('labelled', { label, message }) };
    }),
  );
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy()) return;
    const found = problemsOf(props.form.answers());
    setProblems(found);
    if (found.length > 0) return;
    setBusy(true);
    setFull(false);
    try {
      await props.form.save();
      // The form goes, and with it what had the focus.
      document.getElementById('main')?.focus();
    } catch {
      setFull(true);
    } finally {
      setBusy(false);
    }
  };
  const drop = async (): Promise<void> => {
    const isMeant = await confirm({
      title: t('form.drop.title'),
      text: t('form.drop.text'),
      confirmLabel: t('form.drop'),
      danger: true,
    });
    if (!isMeant) return;
    const kept = assessments().find(({ reference }) => reference === props.form.home.reference);
    if (kept !== undefined) await discardAssessment(kept.entryId);
    navigate('/field');
  };
  return (
    <>
      <Show when={props.form.isAtRisk()}>
        <Alert>{fieldWords.t('visit.at-risk')}</Alert>
      </Show>
      <ErrorSummary errors={summary()} />
      <form class="visit-form" noValidate onSubmit={(event) => void save(event)} aria-busy={isBusy()}>
        <AssessmentFields
          answers={props.form.answers()}
          onChange={props.form.change}
          wants={props.form.home.wants}
          errorOf={errorOf}
        />
        <PhotosField
          name="photos"
          label={t('photos.label')}
          of="home"
          most={limits.photos}
          draft={props.form}
        />
        <Show when={isFull()}>
          <Alert title={fieldWords.t('check.not-saved')}>{fieldWords.t('check.full')}</Alert>
        </Show>
        <div class="field-actions">
          <Button type="submit" kind="main" busy={isBusy()}>
            {isBusy() ? t('form.saving') : t('form.save')}
          </Button>
          <Show when={props.isBegun}>
            <Button kind="quiet" onPress={() => void drop()}>
              {t('form.drop')}
            </Button>
          </Show>
        </div>
      </form>
    </>
  );
};
