import { A } from '@solidjs/router';
import type { Component } from 'solid-js';
import { PageHeader } from '../../ui/page.tsx';
import { fieldWords } from '../field.words.ts';

const { t } = fieldWords;

export const NotFoundPage: Component = () => (
  <>
    <PageHeader title={t('not-found.title')} />
    <p>
      <A href="/field">{t('visit.to-round')}</A>
    </p>
  </>
);
