import { type Component, Show } from 'solid-js';
import { proposers } from '../../../../functions/criticism/criticism.actions.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { useDesk } from '../shell/desk.ts';
import { criticismWords } from './criticism.words.ts';
import { DraftForm } from './draft-form.tsx';

const { t } = criticismWords;

export const NewSitePage: Component = () => {
  const desk = useDesk();
  return (
    <div class="stack">
      <PageHeader title={t('propose.title')} lead={t('propose.lead')} />
      <Show when={desk.holds(...proposers)} fallback={<Notice>{t('propose.none')}</Notice>}>
        <DraftForm kind="site" />
      </Show>
    </div>
  );
};
