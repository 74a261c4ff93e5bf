import { A } from '@solidjs/router';
import type { Component } from 'solid-js';
import { LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { publicWords } from '../public.words.ts';
import './home.page.css';

const { t } = publicWords;

export const HomePage: Component = () => (
  <div class="stack-large">
    <PageHeader title={t('home.title')} lead={t('home.lead')} />
    <div class="services">
      <section class="service" data-main="">
        <h2>{t('home.report.title')}</h2>
        <p>{t('home.report.text')}</p>
        <LinkButton kind="main" href="/report">
          {t('home.report.action')}
        </LinkButton>
      </section>
      <section class="service">
        <h2>{t('home.track.title')}</h2>
        <p>{t('home.track.text')}</p>
        <LinkButton href="/track">{t('home.track.action')}</LinkButton>
      </section>
    </div>
    <section class="reading">
      <h2>{t('home.promise.title')}</h2>
      <ul class="plain-list">
        <li>{t('home.promise.answer')}</li>
        <li>{t('home.promise.deadline')}</li>
        <li>{t('home.promise.check')}</li>
      </ul>
    </section>
    <section class="reading">
      <h2>{t('home.need.title')}</h2>
      <ul class="plain-list">
        <li>{t('home.need.what')}</li>
        <li>{t('home.need.phone')}</li>
        <li>{t('home.need.photo')}</li>
      </ul>
    </section>
    <section class="reading stack">
      <h2>{t('home.privacy.title')}</h2>
      <p>{t('home.privacy.text')}</p>
      <p>
        <A href="/privacy">{t('home.privacy.more')}</A>
      </p>
    </section>
  </div>
);
