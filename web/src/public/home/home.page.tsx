import { A } from '@solidjs/router';
import type { Component } from 'solid-js';
import { LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { homeWords } from '../public.words.ts';
import './home.page.css';

const { t } = homeWords;

const HomePage: Component = () => (
  <div class="stack-large">
    <PageHeader title={t('title')} lead={t('lead')} />
    <div class="services">
      <section class="service" data-main="">
        <h2>{t('report.title')}</h2>
        <p>{t('report.text')}</p>
        <LinkButton kind="main" href="/report">
          {t('report.action')}
        </LinkButton>
      </section>
      <section class="service">
        <h2>{t('track.title')}</h2>
        <p>{t('track.text')}</p>
        <LinkButton href="/track">{t('track.action')}</LinkButton>
      </section>
      <section class="service">
        <h2>{t('culture.title')}</h2>
        <p>{t('culture.text')}</p>
        <LinkButton href="/culture">{t('culture.action')}</LinkButton>
      </section>
      <section class="service">
        <h2>{t('renovation.title')}</h2>
        <p>{t('renovation.text')}</p>
        <LinkButton href="/renovation">{t('renovation.action')}</LinkButton>
      </section>
    </div>
    <section class="reading">
      <h2>{t('promise.title')}</h2>
      <ul class="plain-list">
        <li>{t('promise.answer')}</li>
        <li>{t('promise.deadline')}</li>
        <li>{t('promise.check')}</li>
      </ul>
    </section>
    <section class="reading">
      <h2>{t('need.title')}</h2>
      <ul class="plain-list">
        <li>{t('need.what')}</li>
        <li>{t('need.phone')}</li>
        <li>{t('need.photo')}</li>
      </ul>
    </section>
    <section class="reading stack">
      <h2>{t('privacy.title')}</h2>
      <p>{t('privacy.text')}</p>
      <p>
        <A href="/privacy">{t('privacy.more')}</A>
      </p>
    </section>
  </div>
);

export default HomePage;
