import { Route, Router } from '@solidjs/router';
import { type Component, lazy } from 'solid-js';
import { withWords } from '../lib/i18n/i18n.ts';
import { HomePage } from './home/home.page.tsx';
import { messageWords } from './messages/messages.words.ts';
import { NotFoundPage } from './not-found.page.tsx';
import { privacyWords } from './privacy/privacy.words.ts';
import { PublicLayout } from './public.layout.tsx';
import { reportWords } from './report/report.words.ts';
import { trackWords } from './track/track.words.ts';

const Accessibility = lazy(() => import('./accessibility/accessibility.page.tsx'));
const Privacy = lazy(withWords([privacyWords], () => import('./privacy/privacy.page.tsx')));

const reportPages = withWords([reportWords, messageWords], () => import('./report/report.pages.ts'));
type ReportPages = Awaited<ReturnType<typeof reportPages>>;
const reportPage = (name: keyof ReportPages) => lazy(async () => ({ default: (await reportPages())[name] }));

const Track = lazy(withWords([trackWords, messageWords], () => import('./track/track.page.tsx')));
const Progress = lazy(withWords([trackWords, messageWords], () => import('./track/progress.page.tsx')));

/** Everything residents can reach. Each service brings its pages, lazily, with the words they need. */
const PublicTree: Component = () => (
  <Router root={PublicLayout}>
    <Route path="/" component={HomePage} />
    <Route path="/report" component={reportPage('ReportLayout')}>
      <Route path="/" component={reportPage('CategoryPage')} />
      <Route path="/what" component={reportPage('WhatPage')} />
      <Route path="/where" component={reportPage('WherePage')} />
      <Route path="/photo" component={reportPage('PhotoPage')} />
      <Route path="/contact" component={reportPage('ContactPage')} />
      <Route path="/check" component={reportPage('CheckPage')} />
      <Route path="/done" component={reportPage('DonePage')} />
    </Route>
    <Route path="/track" component={Track} />
    <Route path="/track/progress" component={Progress} />
    <Route path="/privacy" component={Privacy} />
    <Route path="/accessibility" component={Accessibility} />
    <Route path="*" component={NotFoundPage} />
  </Router>
);

export default PublicTree;
