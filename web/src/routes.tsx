import { type Component, lazy, Match, Switch } from 'solid-js';
import { adminWords } from './admin/admin.words.ts';
import { fieldWords } from './field/field.words.ts';
import { withWords } from './lib/i18n/i18n.ts';
import { publicWords } from './public/public.words.ts';
import { PageBoundary } from './ui/tree-root.tsx';

const PublicTree = lazy(withWords([publicWords], () => import('./public/public.routes.tsx')));
const AdminTree = lazy(withWords([adminWords], () => import('./admin/admin.routes.tsx')));

const FieldTree = lazy(withWords([fieldWords], () => import('./field/field.routes.tsx')));

const isUnder = (root: string): boolean => {
  const path = window.location.pathname;
  return path === root || path.startsWith(`${root}/`);
};
const isAdmin = (): boolean => isUnder('/admin');
const isField = (): boolean => isUnder('/field');

const treeHere = (): typeof PublicTree => {
  if (isAdmin()) return AdminTree;
  return isField() ? FieldTree : PublicTree;
};

/** Sets off for the tree the address asks for, while the shared words are still on their way. */
export const preloadTree = (): void => {
  // A failure is told by the boundary below, once there is something to tell it with.
  Promise.resolve(treeHere().preload()).catch(() => undefined);
};

/**
 * Three sites in one shell: residents never download the desk, and a phone in the field only what it needs there.
 * Each tree has a router of its own, so a link from one to another is a page load and carries rel="external".
 */
export const App: Component = () => (
  <PageBoundary>
    <Switch fallback={<PublicTree />}>
      <Match when={isAdmin()}>
        <AdminTree />
      </Match>
      <Match when={isField()}>
        <FieldTree />
      </Match>
    </Switch>
  </PageBoundary>
);
