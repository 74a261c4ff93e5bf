import { type Component, Show } from 'solid-js';
import type { Role } from '../../../../functions/platform/contract/roles.ts';
import { LinkButton } from '../../ui/button.tsx';
import { useDesk } from '../shell/desk.ts';
import { renovationWords } from './renovation.words.ts';

const { t } = renovationWords;

/** As the contract has it, which would bring its schemas into a page that only reads. */
const registrars: readonly Role[] = ['visitor', 'lead', 'disability'];

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
