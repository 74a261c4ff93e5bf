import type { Component } from 'solid-js';
import { LinkButton } from '../ui/button.tsx';
import { PageHeader } from '../ui/page.tsx';
import { adminWords } from './admin.words.ts';

const { t } = adminWords;

export const NotFoundPage: Component = () => (
  <>
    <PageHeader title={t('not-found.title')} lead={t('not-found.text')} />
    <LinkButton href="/admin">{t('not-found.today')}</LinkButton>
  </>
);
