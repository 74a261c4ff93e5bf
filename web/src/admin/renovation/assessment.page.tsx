import { A, createAsync, useNavigate, useParams } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import * as v from 'valibot';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { renovationContract } from '../../../../functions/renovation/renovation.contract.ts';
import { areaReaders } from '../../../../functions/renovation/renovation.roles.ts';
import { caseViewSchema } from '../../../../functions/renovation/renovation.views.ts';
import { limits } from '../../../../functions/renovation/renovation.words.ts';
import { call } from '../../api/client.ts';
import { type AssessmentAnswers, bodyOf, itemsWords, labelsOf, noAnswers } from '../../assessment/answers.ts';
import { assessmentWords } from '../../assessment/assessment.words.ts';
import { AssessmentFields } from '../../assessment/assessment-fields.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { photoRefusals, sendPhotos } from '../forms/photos.ts';
import { createSubmission } from '../forms/submission.ts';
import { useDesk } from '../shell/desk.ts';
import { DisclosureAction } from './actions/disclosure.action.tsx';
import { type RenovationView, readRenovation, showChangedRenovation } from './renovation.queries.ts';
import { renovationActWords } from './renovation.words.ts';
import './renovation.css';

const { t } = renovationActWords;
const row = renovationContract.routes.assessment;

/** One column, for a phone at the home: what the person can do, how the home is, and each item. */
export const AssessmentPage: Component = () => {
  const params = useParams<{ reference: string }>();
  const desk = useDesk();
  const view = createAsync(() => readRenovation(params.reference));
  return (
    <div class="stack reading">
      <p class="no-print">
        <A href={desk.keepNode(`/admin/renovations/${params.reference}`)}>{t('assessment.back')}</A>
      </p>
      <Show when={view()}>
        {(known) => (
          <>
            <PageHeader
              title={t('assessment.title', { reference: formatReference(known().reference) })}
              lead={t('assessment.lead')}
            />
            <p>
              {known().applicant.name} · {desk.placeOf(known().village)}
            </p>
            <p>{assessmentWords.t('wanted', { items: itemsWords(known().wants) })}</p>
            <p>{known().need}</p>
            <Show when={known().actions.includes('disclosure')}>
              <p>
                <DisclosureAction view={known()} />
              </p>
            </Show>
            <Show
              when={known().actions.includes('assessment')}
              fallback={<Notice tone="warn">{t('assessment.none')}</Notice>}
            >
              <AssessmentForm view={known()} />
            </Show>
          </>
        )}
      </Show>
    </div>
  );
};

const AssessmentForm: Component<{ view: RenovationView }> = (props) => {
  const desk = useDesk();
  const navigate = useNavigate();
  const { reference, wants } = props.view;
  const [answers, setAnswers] = createSignal<AssessmentAnswers>(noAnswers(wants));
  const [photos, setPhotos] = createSignal<readonly File[]>([]);
  const [accepted, setAccepted] = createSignal<number>();
  const seesAll = (): boolean => desk.holds(...areaReaders);
  const submission = createSubmission({
    schema: row.body,
    fields: () => labelsOf(answers()),
    fieldOf: { ...photoRefusals, 'renovation.nothing_needed': 'items.0.needed' },
    send: async (body, key) =>
      call(row, {
        params: { reference },
        body: { ...body, photos: await sendPhotos(photos()) },
        ifMatch: accepted() ?? props.view.version,
        key,
      }),
    done: ({ body }) => {
      showToast(t('done.assessment'));
      showChangedRenovation(body);
      // Once it is assessed, an assessor from outside sees no more of it.
      navigate(desk.keepNode(seesAll() ? `/admin/renovations/${reference}` : '/admin/renovation-jobs'));
    },
  });
  const newer = () => {
    const parsed = v.safeParse(caseViewSchema, submission.stale());
    return parsed.success ? parsed.output : undefined;
  };

  return (
    <CommandForm
      submission={submission}
      submitLabel={t('assessment.submit')}
      isClosed={newer()?.actions.includes('assessment') === false}
      beforeSubmit={() => {
        const seen = newer();
        if (seen !== undefined) setAccepted(seen.version);
      }}
      body={() => bodyOf(answers())}
    >
      <Show when={newer()}>
        <Notice tone="warn">{t('assessment.stale')}</Notice>
      </Show>
      <AssessmentFields
        answers={answers()}
        onChange={setAnswers}
        wants={wants}
        errorOf={submission.errorOf}
      />
      <FileField
        optional
        name="photos"
        label={assessmentWords.t('photos')}
        hint={t('field.photos.hint', { n: limits.photos })}
        files={photos()}
        onChange={setPhotos}
        most={limits.photos}
        error={submission.errorOf('photos')}
      />
    </CommandForm>
  );
};
