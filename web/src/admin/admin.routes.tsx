import { Route, Router, type RouteSectionProps } from '@solidjs/router';
import type { Component } from 'solid-js';
import { TreeRoot } from '../ui/tree-root.tsx';
import { DeskLayout, LateLink } from './admin.layout.tsx';
import { NotFoundPage } from './not-found.page.tsx';

const Root: Component<RouteSectionProps> = (props) => <TreeRoot>{props.children}</TreeRoot>;

/** Where the desk's slots are filled: what is late, whose scope, who is signed in. */
const Desk: Component<RouteSectionProps> = (props) => (
  <DeskLayout late={<LateLink />}>{props.children}</DeskLayout>
);

/** Everything staff can reach. Pages outside the desk (signing in) are siblings of its route. */
const AdminTree: Component = () => (
  <Router root={Root}>
    <Route path="/admin" component={Desk}>
      <Route path="*" component={NotFoundPage} />
    </Route>
  </Router>
);

export default AdminTree;
