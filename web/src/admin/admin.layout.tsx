import { A, useIsRouting, useLocation } from '@solidjs/router';
import {
  type Component,
  createEffect,
  createSignal,
  createUniqueId,
  For,
  type JSX,
  on,
  Show,
} from 'solid-js';
import { formatNumber } from '../lib/format.ts';
import { commonWords } from '../lib/i18n/common.words.ts';
import { language } from '../lib/i18n/i18n.ts';
import { DisplayMenu } from '../ui/display-menu.tsx';
import { ToneShape } from '../ui/icons.tsx';
import { Seal } from '../ui/seal.tsx';
import { PageBoundary } from '../ui/tree-root.tsx';
import { type RailGroup, type RailItem, railFor, usualRail } from './admin.rail.ts';
import { adminWords } from './admin.words.ts';
import { useDesk } from './shell/desk.ts';
import { SlotBoundary } from './shell/desk-boundary.tsx';
import './admin.layout.css';

const { t } = adminWords;

export interface DeskLayoutProps {
  children?: JSX.Element;
  /** What is late, always one press away. */
  late: JSX.Element;
  /** District, town or village now looked at. */
  scope?: JSX.Element;
  /** Who is signed in, and the way out. */
  user?: JSX.Element;
}

/** The work desk: nouns on the left, what is late, scope and person above, the ledger in all the room left. */
export const DeskLayout: Component<DeskLayoutProps> = (props) => (
  <div class="desk">
    <header class="desk-bar">
      <A class="desk-name" href="/admin" end>
        <Seal />
        {t('desk.name')}
      </A>
      <div class="desk-slots">
        {props.scope}
        {props.late}
        {props.user}
        <DisplayMenu />
      </div>
    </header>
    <Rail />
    <main class="desk-main" id="main" tabindex="-1">
      <Progress />
      <PageBoundary>{props.children}</PageBoundary>
    </main>
  </div>
);

/** The next page is on its way; the one before stays readable until it is here. */
const Progress: Component = () => {
  const isRouting = useIsRouting();
  return (
    <div role="status">
      <Show when={isRouting()}>
        <div class="desk-progress" />
        <span class="visually-hidden">{commonWords.t('state.loading')}</span>
      </Show>
    </div>
  );
};

/** Beside the ledger on a desk; behind a button on a phone. */
const Rail: Component = () => {
  const location = useLocation();
  const [open, setOpen] = createSignal(false);
  createEffect(
    on(
      () => location.pathname,
      () => setOpen(false),
      { defer: true },
    ),
  );
  return (
    <div class="desk-rail no-print">
      <button
        type="button"
        class="button rail-toggle"
        aria-expanded={open()}
        aria-controls="rail"
        onClick={() => setOpen(!open())}
      >
        {t('rail.menu')}
      </button>
      <nav id="rail" aria-label={t('rail.label')} data-open={open() ? '' : undefined}>
        <ul>
          <SlotBoundary fallback={<RailLinks groups={usualRail} hrefOf={(href) => href} />}>
            <OwnRailLinks />
          </SlotBoundary>
          <li class="rail-foot">
            <a href="/" rel="external">
              {t('desk.public')}
            </a>
          </li>
        </ul>
      </nav>
    </div>
  );
};

/** The nouns this caller's roles have something to do with; what is looked at stays the same organisation. */
const OwnRailLinks: Component = () => {
  const desk = useDesk();
  return (
    <Show when={desk.session()}>
      <RailLinks groups={railFor((roles) => desk.holds(...roles))} hrefOf={desk.keepNode} />
    </Show>
  );
};

const RailLink: Component<{ item: RailItem; hrefOf: (href: string) => string }> = (props) => {
  const location = useLocation();
  const isElsewhere = (): boolean =>
    props.item.also !== undefined && location.pathname.startsWith(props.item.also);
  return (
    <A
      href={props.hrefOf(props.item.href)}
      end={props.item.href === '/admin'}
      classList={isElsewhere() ? { active: true } : {}}
    >
      {props.item.label()}
    </A>
  );
};

const RailLinks: Component<{ groups: readonly RailGroup[]; hrefOf: (href: string) => string }> = (props) => (
  <For each={props.groups}>
    {({ label, items }) => {
      const labelId = createUniqueId();
      return (
        <li>
          <Show when={label}>
            {(words) => (
              <span class="rail-group" id={labelId}>
                {words()()}
              </span>
            )}
          </Show>
          <ul {...(label ? { 'aria-labelledby': labelId } : {})}>
            <For each={items}>
              {(item) => (
                <li>
                  <RailLink item={item} hrefOf={props.hrefOf} />
                </li>
              )}
            </For>
          </ul>
        </li>
      );
    }}
  </For>
);

/** How many cases are late, in words, shape and figure. Without a figure yet it still leads there. */
export const LateLink: Component<{ count?: number | undefined; href?: string | undefined }> = (props) => (
  <A
    class="late-link"
    href={props.href ?? '/admin/issues?list=late'}
    data-tone={props.count === 0 ? 'ok' : 'bad'}
  >
    <ToneShape tone={props.count === 0 ? 'ok' : 'bad'} />
    <Show when={props.count !== undefined ? { count: props.count } : undefined} fallback={t('late.unknown')}>
      {(known) => (
        <>
          {t('late.label')} <strong>{formatNumber(known().count, language())}</strong>
        </>
      )}
    </Show>
  </A>
);
