import { type Component, Show } from 'solid-js';
import { drafters } from '../../../../functions/criticism/criticism.actions.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { useDesk } from '../shell/desk.ts';
import { criticismWords } from './criticism.words.ts';
import { DraftForm } from './draft-form.tsx';

const { t } = criticismWords;

export const NewCriticismPage: Component = () => {
  const desk = useDesk();
  return (
    <div class="stack">
      <PageHeader title={t('new.title')} lead={t('new.lead')} />
      <Show when={desk.holds(...drafters)} fallback={<Notice>{t('new.none')}</Notice>}>
        <DraftForm kind="notice" />
      </Show>
    </div>
  );
};
