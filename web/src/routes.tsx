import { type Component, lazy, Show, Suspense } from 'solid-js';
import { adminWords } from './admin/admin.words.ts';
import { withWords } from './lib/i18n/i18n.ts';
import { publicWords } from './public/public.words.ts';

const PublicTree = lazy(withWords([publicWords], () => import('./public/public.routes.tsx')));
const AdminTree = lazy(withWords([adminWords], () => import('./admin/admin.routes.tsx')));

const isAdmin = (path: string): boolean => path === '/admin' || path.startsWith('/admin/');

/**
 * Two sites in one shell: residents never download the desk. Each tree has a router of its own, so a link from one
 * to the other is a page load and carries rel="external".
 */
export const App: Component = () => (
  <Suspense>
    <Show when={isAdmin(window.location.pathname)} fallback={<PublicTree />}>
      <AdminTree />
    </Show>
  </Suspense>
);
