import { useLocation } from '@solidjs/router';
import { type Component, createEffect, Index, type JSX, onMount, Show } from 'solid-js';
import { commonWords } from '../lib/i18n/common.words.ts';
import { offerHeading } from '../lib/route-focus.ts';
import './page.css';

const { t } = commonWords;

/** The first stop of the Tab key: past the header, to `<main id="main" tabindex="-1">`. */
export const SkipLink: Component = () => {
  const skip = (event: MouseEvent): void => {
    // Not a change of address: the router would take it for one.
    event.preventDefault();
    document.getElementById('main')?.focus();
  };
  return (
    // biome-ignore lint/a11y/useValidAnchor: it is a link within the page; the handler only keeps the router out of it.
    <a class="skip-link" href="#main" onClick={skip}>
      {t('skip.main')}
    </a>
  );
};

export interface PageHeaderProps {
  /** The one h1 of the page and, with the site's name, its document title. */
  title: string;
  lead?: string | undefined;
  /** Buttons for the page as a whole. */
  actions?: JSX.Element;
}

export const PageHeader: Component<PageHeaderProps> = (props) => {
  let heading: HTMLHeadingElement | undefined;
  createEffect(() => {
    document.title = t('site.title', { page: props.title });
  });
  onMount(() => offerHeading(heading ?? null));
  return (
    <div class="page-header">
      <div>
        <h1 tabindex="-1" ref={(element) => (heading = element)}>
          {props.title}
        </h1>
        <Show when={props.lead}>{(lead) => <p class="page-header-lead">{lead()}</p>}</Show>
      </div>
      <Show when={props.actions}>
        <div class="row no-print">{props.actions}</div>
      </Show>
    </div>
  );
};

export interface SubNavItem {
  href: string;
  label: string;
  count?: number | undefined;
  /** For views told apart by a part of the address; otherwise the whole address decides. */
  current?: boolean | undefined;
}

export interface SubNavProps {
  label: string;
  items: readonly SubNavItem[];
}

/** Tabs that are links: the view is in the address, so it can be bookmarked and sent. */
export const SubNav: Component<SubNavProps> = (props) => {
  const location = useLocation();
  // Compared with the query: the views of a ledger often differ in nothing else.
  const isHere = (href: string): boolean =>
    href === (href.includes('?') ? location.pathname + location.search : location.pathname);
  return (
    <nav class="subnav no-print" aria-label={props.label}>
      {/* By position: new counts must not take the focus from the tab it is on. */}
      <Index each={props.items}>
        {(item) => (
          <a href={item().href} aria-current={(item().current ?? isHere(item().href)) ? 'page' : undefined}>
            {item().label}{' '}
            <Show when={item().count !== undefined}>
              <span class="subnav-count">{item().count}</span>
            </Show>
          </a>
        )}
      </Index>
    </nav>
  );
};
