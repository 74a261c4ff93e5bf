import { Route, Router } from '@solidjs/router';
import { type Component, lazy } from 'solid-js';
import { withWords } from '../lib/i18n/i18n.ts';
import { assessmentPageWords } from './assessment/page-words.ts';
import { FieldLayout } from './field.layout.tsx';
import { RoundPage } from './round/round.page.tsx';

const page = <Name extends string>(bring: () => Promise<Record<Name, Component>>, name: Name) =>
  lazy(async () => ({ default: (await bring())[name] }));

const VisitPage = page(() => import('./visit/visit.page.tsx'), 'VisitPage');
const EntryPage = page(() => import('./outbox/entry.page.tsx'), 'EntryPage');
const HomePage = lazy(
  withWords(assessmentPageWords, async () => ({
    default: (await import('./assessment/home.page.tsx')).HomePage,
  })),
);
const OutboxPage = page(() => import('./outbox/outbox.page.tsx'), 'OutboxPage');
const HelpPage = page(() => import('./help/help.page.tsx'), 'HelpPage');
const SignInPage = page(() => import('./officer/sign-in.page.tsx'), 'SignInPage');
const NotFoundPage = page(() => import('./help/not-found.page.tsx'), 'NotFoundPage');

/** What an officer at a door can reach; all of it is on the phone after the first visit. */
const FieldTree: Component = () => (
  <Router root={FieldLayout}>
    <Route path="/field" component={RoundPage} />
    <Route path="/field/visits/:campaign/:household/:step?" component={VisitPage} />
    <Route path="/field/entries/:entryId" component={EntryPage} />
    <Route path="/field/homes/:reference" component={HomePage} />
    <Route path="/field/outbox" component={OutboxPage} />
    <Route path="/field/help" component={HelpPage} />
    <Route path="/field/sign-in" component={SignInPage} />
    <Route path="*" component={NotFoundPage} />
  </Router>
);

export default FieldTree;
