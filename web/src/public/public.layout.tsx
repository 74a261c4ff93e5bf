import { A, type RouteSectionProps } from '@solidjs/router';
import type { Component } from 'solid-js';
import { commonWords } from '../lib/i18n/common.words.ts';
import { DisplayMenu } from '../ui/display-menu.tsx';
import { Seal } from '../ui/seal.tsx';
import { PageBoundary, TreeRoot } from '../ui/tree-root.tsx';
import { publicWords } from './public.words.ts';
import './public.layout.css';

const { t } = publicWords;

export const PublicLayout: Component<RouteSectionProps> = (props) => (
  <TreeRoot>
    <div class="site">
      <Header />
      <main class="site-main" id="main" tabindex="-1">
        <div class="site-width">
          <PageBoundary>{props.children}</PageBoundary>
        </div>
      </main>
      <Footer />
    </div>
  </TreeRoot>
);

const Header: Component = () => (
  <header class="site-header">
    <div class="site-width">
      <A class="site-name" href="/" end>
        <Seal />
        {commonWords.t('site.name')}
        <span class="site-tagline">{t('header.tagline')}</span>
      </A>
      <DisplayMenu />
      <nav aria-label={t('nav.label')}>
        <ul class="site-nav">
          <li>
            <A href="/report">{t('nav.report')}</A>
          </li>
          <li>
            <A href="/track">{t('nav.track')}</A>
          </li>
          <li>
            <A href="/culture">{t('nav.culture')}</A>
          </li>
          <li>
            <A href="/renovation">{t('nav.renovation')}</A>
          </li>
        </ul>
      </nav>
    </div>
  </header>
);

const Footer: Component = () => (
  <footer class="site-footer">
    <div class="site-width">
      <p>{t('footer.hotline')}</p>
      <ul>
        <li>
          <A href="/privacy">{t('footer.privacy')}</A>
        </li>
        <li>
          <A href="/accessibility">{t('footer.accessibility')}</A>
        </li>
        <li>
          <a href="/admin" rel="external">
            {t('footer.staff')}
          </a>
        </li>
      </ul>
    </div>
  </footer>
);
