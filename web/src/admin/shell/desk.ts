import { createAsync, useLocation, useSearchParams } from '@solidjs/router';
import { type Component, createComponent, createContext, type JSX, useContext } from 'solid-js';
import { isWithin, type Role } from '../../../../functions/platform/contract/roles.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { changedOrganisations, organisationsByPath } from '../organisations/fresh-organisations.ts';
import { type OrganisationNode, readSession, readTree, type Session } from '../queries.ts';

export interface Desk {
  session: () => Session | undefined;
  /** Organisation now looked at: the one in the address, if it lies in the caller's area, else the whole area. */
  node: () => string | undefined;
  nodes: () => readonly OrganisationNode[];
  /** Name of an organisation in the language now shown; its code while the tree is on its way. */
  nameOf: (path: string) => string;
  /** A place with what it lies in, as far as that isn't said by the organisation looked at: 「永安镇 · 东风村」. */
  placeOf: (path: string) => string;
  /** Keeps the organisation looked at when going to another page. */
  keepNode: (href: string) => string;
  holds: (...roles: readonly Role[]) => boolean;
}

const none: readonly OrganisationNode[] = [];

/** The same page, looking at an organisation. */
export const atNode = (href: string, node: string): string =>
  `${href}${href.includes('?') ? '&' : '?'}node=${node}`;

/**
 * Keeps the last result. Not a memo: that would wait for the tree here, and the whole desk with it, instead of in
 * the parts that show it.
 */
const remember = <In extends readonly unknown[], Out>(compute: (...input: In) => Out) => {
  let last: { readonly input: In; readonly output: Out } | undefined;
  return (...input: In): Out => {
    if (last === undefined || input.some((each, at) => each !== last?.input[at])) {
      last = { input, output: compute(...input) };
    }
    return last.output;
  };
};

const createDesk = (): Desk => {
  const session = createAsync(() => readSession());
  const tree = createAsync(() => readTree());
  const [search] = useSearchParams();
  const location = useLocation();
  const index = remember(organisationsByPath);
  const byPath = (): ReadonlyMap<string, OrganisationNode> =>
    index(tree()?.nodes ?? none, changedOrganisations());
  const list = remember((map: ReadonlyMap<string, OrganisationNode>) => [...map.values()]);

  const nameOf = (path: string): string => {
    const name = byPath().get(path)?.name;
    return (language() === 'en' ? name?.en : name?.zh) ?? path.slice(path.lastIndexOf('/') + 1);
  };
  const node = (): string | undefined => {
    const scope = session()?.scope;
    const wanted = search['node'];
    return scope !== undefined && typeof wanted === 'string' && isWithin(wanted, scope) ? wanted : scope;
  };
  return {
    session,
    node,
    nodes: () => list(byPath()),
    nameOf,
    placeOf: (path) => {
      const above = (node() ?? '').replace(/\/[^/]*-[^/]*$/, '');
      const ids = path.split('/');
      const paths = ids.map((_, index) => ids.slice(0, index + 1).join('/'));
      const telling = paths.slice(isWithin(path, above) ? above.split('/').length : 1);
      return (telling.length > 0 ? telling : paths.slice(-1)).map(nameOf).join(' · ');
    },
    keepNode: (href) => {
      const node = new URLSearchParams(location.search).get('node');
      return node === null ? href : atNode(href, node);
    },
    holds: (...roles) => {
      const who = session();
      return who?.roles.some((role) => roles.includes(role)) ?? false;
    },
  };
};

const DeskContext = createContext<Desk>();

/**
 * Reads session and organisations once for the whole desk. A part that appears later, such as a dialog's form, must
 * not read them anew: waiting would take the page, and an open dialog with it, out of the document for a moment.
 */
export const DeskProvider: Component<{ children: JSX.Element }> = (props) =>
  createComponent(DeskContext.Provider, {
    value: createDesk(),
    get children() {
      return props.children;
    },
  });

export const useDesk = (): Desk => {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('outside of the desk');
  return desk;
};
