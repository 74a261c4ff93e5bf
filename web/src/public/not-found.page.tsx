import type { Component } from 'solid-js';
import { LinkButton } from '../ui/button.tsx';
import { PageHeader } from '../ui/page.tsx';
import { publicWords } from './public.words.ts';

const { t } = publicWords;

export const NotFoundPage: Component = () => (
  <>
    <PageHeader title={t('not-found.title')} lead={t('not-found.text')} />
    <LinkButton href="/">{t('not-found.home')}</LinkButton>
  </>
);
