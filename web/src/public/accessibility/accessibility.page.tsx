import { A } from '@solidjs/router';
import type { Component } from 'solid-js';
import { PageHeader } from '../../ui/page.tsx';
import { publicWords } from '../public.words.ts';

const { t } = publicWords;

const AccessibilityPage: Component = () => (
  <div class="reading stack-large">
    <PageHeader title={t('accessibility.title')} lead={t('accessibility.lead')} />
    <section class="stack">
      <h2>{t('accessibility.aim.title')}</h2>
      <p>{t('accessibility.aim.text')}</p>
    </section>
    <section class="stack">
      <h2>{t('accessibility.can.title')}</h2>
      <ul>
        <li>{t('accessibility.can.text')}</li>
        <li>{t('accessibility.can.keyboard')}</li>
        <li>{t('accessibility.can.reader')}</li>
        <li>{t('accessibility.can.zoom')}</li>
      </ul>
    </section>
    <section class="stack">
      <h2>{t('accessibility.limits.title')}</h2>
      <ul>
        <li>{t('accessibility.limits.photos')}</li>
        <li>{t('accessibility.limits.script')}</li>
      </ul>
    </section>
    <section class="stack">
      <h2>{t('accessibility.help.title')}</h2>
      <p>{t('accessibility.help.text')}</p>
      <p>
        <A href="/report">{t('accessibility.help.action')}</A>
      </p>
    </section>
  </div>
);

export default AccessibilityPage;
