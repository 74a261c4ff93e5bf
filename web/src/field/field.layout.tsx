import { A, type RouteSectionProps, useLocation } from '@solidjs/router';
import { type Component, lazy, Match, onMount, Show, Switch } from 'solid-js';
import { commonWords } from '../lib/i18n/common.words.ts';
import { Button } from '../ui/button.tsx';
import { DisplayMenu } from '../ui/display-menu.tsx';
import { Alert, Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page.tsx';
import { Seal } from '../ui/seal.tsx';
import { LoadingState } from '../ui/state.tsx';
import { PageBoundary, TreeRoot } from '../ui/tree-root.tsx';
import { refusedAssessments, unsentAssessments } from './assessment/assessments.ts';
import { fieldWords } from './field.words.ts';
import { access, officer } from './officer/officer.ts';
import { entries, refused } from './outbox/outbox.ts';
import { memory, startField } from './start.ts';
import { hasNewVersion, takeNewVersion } from './worker/registration.ts';
import './field.css';

const { t } = fieldWords;

const SignInPage = lazy(async () => ({
  default: (await import('./officer/sign-in.page.tsx')).SignInPage,
}));

/** So that browsers offer to install the app here and nowhere else. */
const nameManifest = (): void => {
  const add = (rel: string, href: string): void => {
    const link = document.createElement('link');
    link.rel = rel;
    link.href = href;
    document.head.append(link);
  };
  add('manifest', '/field.webmanifest');
  add('apple-touch-icon', '/field-192.png');
};

export const FieldLayout: Component<RouteSectionProps> = (props) => {
  startField();
  onMount(nameManifest);
  return (
    <TreeRoot>
      <div class="field-app">
        <Header />
        <main class="field-main" id="main" tabindex="-1">
          <PageBoundary>
            <News />
            <Gate {...props} />
          </PageBoundary>
        </main>
        <Bar />
      </div>
    </TreeRoot>
  );
};

const Header: Component = () => (
  <header class="field-header">
    <A class="field-name" href="/field" end>
      <Seal />
      {t('app.name')}
    </A>
    <DisplayMenu />
  </header>
);

/** Under the thumb; what waits is always in sight. */
const Bar: Component = () => (
  <nav class="field-bar no-print" aria-label={t('nav.label')}>
    <A href="/field" end>
      {t('nav.round')}
    </A>
    <A href="/field/outbox">
      {t('nav.outbox')}{' '}
      <span class="field-count-badge" data-tone={badgeTone()}>
        {entries().length + unsentAssessments().length}
      </span>
    </A>
    <A href="/field/help">{t('nav.help')}</A>
  </nav>
);

const badgeTone = (): string | undefined => {
  if (refused().length + refusedAssessments().length > 0) return 'bad';
  return entries().length + unsentAssessments().length > 0 ? 'warn' : undefined;
};

/** What every page has to say first. */
const News: Component = () => {
  const location = useLocation();
  const isAtSignIn = (): boolean => location.pathname === '/field/sign-in' || officer() === undefined;
  return (
    <div class="field-news">
      <Show when={hasNewVersion()}>
        <Notice>
          <p>{t('version.new')}</p>
          <Button onPress={takeNewVersion}>{t('version.take')}</Button>
        </Notice>
      </Show>
      <Show when={access() === 'ended' && !isAtSignIn()}>
        <Notice tone="warn">
          <p>
            {t('session.ended')} <A href="/field/sign-in">{t('session.sign-in')}</A>
          </p>
        </Notice>
      </Show>
      <Show when={access() === 'password'}>
        <Notice tone="warn">
          <p>
            {t('session.password')}{' '}
            <a href="/admin/password" rel="external">
              {t('session.password.link')}
            </a>
          </p>
        </Notice>
      </Show>
    </div>
  );
};

/** Nothing of anybody is shown before the phone knows whose it is. */
const Gate: Component<RouteSectionProps> = (props) => {
  const location = useLocation();
  const isOpenToAll = (): boolean => location.pathname === '/field/help';
  return (
    <Switch fallback={props.children}>
      <Match when={memory() === 'opening'}>
        <LoadingState />
      </Match>
      <Match when={memory() === 'closed'}>
        <PageHeader title={t('memory.closed')} />
        <Alert>{t('memory.closed.text')}</Alert>
      </Match>
      <Match when={officer() === undefined && !isOpenToAll()}>
        <Show when={access() !== 'unknown'} fallback={<FirstTime />}>
          <SignInPage />
        </Show>
      </Match>
    </Switch>
  );
};

const FirstTime: Component = () => (
  <Show when={navigator.onLine} fallback={<PageHeader title={t('first.title')} lead={t('first.text')} />}>
    <LoadingState label={commonWords.t('state.loading')} />
  </Show>
);
