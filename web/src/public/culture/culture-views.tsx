import { useLocation } from '@solidjs/router';
import type { Component } from 'solid-js';
import { SubNav } from '../../ui/page.tsx';
import { cultureWords } from '../public.words.ts';

const { t } = cultureWords;

/** The ways to look at what there is, each with an address of its own. */
export const CultureViews: Component = () => {
  const location = useLocation<unknown>();
  const isMonth = (): boolean => new URLSearchParams(location.search).has('month');
  return (
    <SubNav
      label={t('views.label')}
      items={[
        { href: '/culture', label: t('views.list'), current: location.pathname === '/culture' && !isMonth() },
        {
          href: '/culture?month=now',
          label: t('views.month'),
          current: location.pathname === '/culture' && isMonth(),
        },
        { href: '/culture/venues', label: t('views.venues') },
        { href: '/culture/booking', label: t('views.booking') },
      ]}
    />
  );
};
