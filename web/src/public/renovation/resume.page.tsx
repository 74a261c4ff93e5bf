import '../questions/questions.css';
import './renovation.css';
import { useNavigate } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { Notice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toast.tsx';
import { codeOf } from '../messages/messages.ts';
import { renovationWords } from '../public.words.ts';
import { PairForm } from './pair-form.tsx';
import { draft, isBegun } from './renovation.draft.ts';
import { refusalMessage } from './renovation.messages.ts';
import { pathOfStep } from './renovation.paths.ts';
import { openForm } from './renovation.saving.ts';
import { firstUnanswered } from './renovation.steps.ts';

const { t } = renovationWords;

/** Going on with a form that was saved, perhaps on another device. */
export const ResumePage: Component = () => {
  const navigate = useNavigate();
  return (
    <PairForm
      title={t('resume.title')}
      lead={t('resume.lead')}
      reference={t('resume.reference')}
      code={t('resume.code')}
      submit={t('resume.submit')}
      busy={t('resume.busy')}
      failed={t('resume.failed')}
      missing={t('resume.missing')}
      open={async ({ reference, code }) => {
        const expired = await openForm(reference, code);
        if (expired > 0) showToast(t('resume.photos-gone', { n: expired }), 'warn');
        navigate(pathOfStep(firstUnanswered(draft())));
      }}
      refusal={(thrown) => refusalMessage(codeOf(thrown))}
    >
      <Show when={isBegun()}>
        <Notice tone="warn">
          <p>{t('resume.replaces')}</p>
        </Notice>
      </Show>
      <p class="soft">{t('resume.lost')}</p>
    </PairForm>
  );
};
