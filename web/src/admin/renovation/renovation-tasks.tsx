import { type Component, Show } from 'solid-js';
import { registrars } from '../../../../functions/renovation/renovation.roles.ts';
import { LinkButton } from '../../ui/button.tsx';
import { useDesk } from '../shell/desk.ts';
import { renovationWords } from './renovation.words.ts';

const { t } = renovationWords;

/** From the ledger to what stands beside it. */
export const RenovationTasks: Component = () => {
  const desk = useDesk();
  return (
    <>
      <LinkButton href={desk.keepNode('/admin/renovation-queue')}>{t('list.queue')}</LinkButton>
      <LinkButton href={desk.keepNode('/admin/renovation-funds')}>{t('list.funds')}</LinkButton>
      <LinkButton href={desk.keepNode('/admin/renovation-lots')}>{t('list.lots')}</LinkButton>
      <Show when={desk.holds(...registrars)}>
        <LinkButton kind="main" href={desk.keepNode('/admin/renovations/new')}>
          {t('list.new')}
        </LinkButton>
      </Show>
    </>
  );
};
