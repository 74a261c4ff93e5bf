import { useLocation } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { keepers } from '../../../../functions/households/households.actions.ts';
import { SubNav } from '../../ui/page.tsx';
import { useDesk } from '../shell/desk.ts';
import { householdsWords } from './households.words.ts';

const { t } = householdsWords;

/** The register and what is done with it as a whole, for those who keep it. */
export const HouseholdTasks: Component = () => {
  const desk = useDesk();
  const location = useLocation();
  return (
    <Show when={desk.holds(...keepers)}>
      <SubNav
        label={t('households.tasks')}
        items={[
          { href: desk.keepNode('/admin/households'), label: t('households.list') },
          { href: desk.keepNode('/admin/households/areas'), label: t('areas.title') },
          { href: desk.keepNode('/admin/households/imports'), label: t('imports.title') },
          { href: desk.keepNode('/admin/households/export'), label: t('export.title') },
        ].map((item) => ({
          ...item,
          current: item.href.split('?')[0] === location.pathname,
        }))}
      />
    </Show>
  );
};
