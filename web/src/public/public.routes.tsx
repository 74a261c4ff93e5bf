import { Route, Router } from '@solidjs/router';
import { type Component, lazy } from 'solid-js';
import { HomePage } from './home/home.page.tsx';
import { NotFoundPage } from './not-found.page.tsx';
import { PublicLayout } from './public.layout.tsx';

/** Everything residents can reach. Each service brings its pages, lazily, with the words they need. */
const PublicTree: Component = () => (
  <Router root={PublicLayout}>
    <Route path="/" component={HomePage} />
    <Route path="/accessibility" component={lazy(() => import('./accessibility/accessibility.page.tsx'))} />
    <Route path="*" component={NotFoundPage} />
  </Router>
);

export default PublicTree;
