import { type Component, lazy, Show } from 'solid-js';
import { adminWords } from './admin/admin.words.ts';
import { withWords } from './lib/i18n/i18n.ts';
import { publicWords } from './public/public.words.ts';
import { PageBoundary } from './ui/tree-root.tsx';

const PublicTree = lazy(withWords([publicWords], () => import('./public/public.routes.tsx')));
const AdminTree = lazy(withWords([adminWords], () => import('./admin/admin.routes.tsx')));

const isAdmin = (): boolean => {
  const path = window.location.pathname;
  return path === '/admin' || path.startsWith('/admin/');
};

/** Sets off for the tree the address asks for, while the shared words are still on their way. */
export const preloadTree = (): void => {
  // A failure is told by the boundary below, once there is something to tell it with.
  Promise.resolve((isAdmin() ? AdminTree : PublicTree).preload()).catch(() => undefined);
};

/**
 * Two sites in one shell: residents never download the desk. Each tree has a router of its own, so a link from one
 * to the other is a page load and carries rel="external".
 */
export const App: Component = () => (
  <PageBoundary>
    <Show when={isAdmin()} fallback={<PublicTree />}>
      <AdminTree />
    </Show>
  </PageBoundary>
);
