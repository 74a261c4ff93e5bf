import { A } from '@solidjs/router';
import type { Component } from 'solid-js';
import { PageHeader } from '../../ui/page.tsx';
import { accessibilityWords } from '../public.words.ts';

const { t } = accessibilityWords;

const AccessibilityPage: Component = () => (
  <div class="reading stack-large">
    <PageHeader title={t('title')} lead={t('lead')} />
    <section class="stack">
      <h2>{t('aim.title')}</h2>
      <p>{t('aim.text')}</p>
    </section>
    <section class="stack">
      <h2>{t('can.title')}</h2>
      <ul>
        <li>{t('can.text')}</li>
        <li>{t('can.keyboard')}</li>
        <li>{t('can.reader')}</li>
        <li>{t('can.zoom')}</li>
      </ul>
    </section>
    <section class="stack">
      <h2>{t('limits.title')}</h2>
      <ul>
        <li>{t('limits.photos')}</li>
        <li>{t('limits.script')}</li>
      </ul>
    </section>
    <section class="stack">
      <h2>{t('help.title')}</h2>
      <p>{t('help.text')}</p>
      <p>
        <A href="/report">{t('help.action')}</A>
      </p>
    </section>
  </div>
);

export default AccessibilityPage;
