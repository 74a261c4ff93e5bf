import '../questions/questions.css';
import './renovation.css';
import { A, createAsync, revalidate, useSearchParams } from '@solidjs/router';
import { type Component, createSignal, ErrorBoundary, For, Match, Show, Suspense, Switch } from 'solid-js';
import { formatDeadline, formatYuan } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-field.tsx';
import { DescriptionList } from '../../ui/facts.tsx';
import { fieldId } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/state.tsx';
import { codeOf } from '../messages/messages.ts';
import { noticeWords, renovationStartWords } from '../public.words.ts';
import { type OrganisationNode, readOrganisations } from '../queries.ts';
import { type Notices, type PublicNotice, readNotices } from './notices.queries.ts';
import { ObjectionForm, refusalMessage } from './objection-form.tsx';
import { NOTICES_PATH, START_PATH } from './renovation.paths.ts';

const { t } = noticeWords;

const nameOf = ({ name }: OrganisationNode): string => (language() === 'en' ? name.en : name.zh);

interface NoticeItemProps {
  notice: PublicNotice;
  village: string;
  /** Whether this is the one being objected to: one form at a time, or two fields would have one name. */
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
}

const NoticeItem: Component<NoticeItemProps> = (props) => {
  const [isDone, setDone] = createSignal(false);
  let heading: HTMLHeadingElement | undefined;
  const buttonName = (): string => `object-${props.notice.notice}`;
  const done = (): void => {
    setDone(true);
    props.setOpen(false);
    heading?.focus();
  };
  const cancel = (): void => {
    props.setOpen(false);
    // Back to where the form was opened: the keyboard would start at the top of the page again.
    document.getElementById(fieldId(buttonName()))?.querySelector('button')?.focus();
  };
  return (
    <li class="public-notice stack">
      <h2 tabindex="-1" ref={(element) => (heading = element)}>
        {props.notice.name}
      </h2>
      <DescriptionList
        facts={[
          { term: t('row.village'), value: props.village },
          {
            term: t('row.items'),
            value: props.notice.items.map((item) => renovationStartWords.t(`item.${item}`)).join('\n'),
          },
          { term: t('row.amount'), value: formatYuan(props.notice.amount, language()) },
          {
            term: t('row.until'),
            value: (
              <time datetime={props.notice.until}>{formatDeadline(props.notice.until, language())}</time>
            ),
          },
        ]}
      />
      <div role="status">
        <Show when={isDone()}>
          <Notice tone="ok" title={t('object.done')}>
            <p>{t('object.done.text')}</p>
          </Notice>
        </Show>
      </div>
      <Switch>
        <Match when={!props.isOpen && !isDone()}>
          <p class="no-print" id={fieldId(buttonName())}>
            <Button
              label={t('row.object.of', { name: props.notice.name, village: props.village })}
              onPress={() => props.setOpen(true)}
            >
              {t('row.object')}
            </Button>
          </p>
        </Match>
        <Match when={props.isOpen}>
          <ObjectionForm
            notice={props.notice.notice}
            name={props.notice.name}
            village={props.village}
            onDone={done}
            onCancel={cancel}
          />
        </Match>
      </Switch>
    </li>
  );
};

const Listing: Component<{
  notices: Notices;
  nodes: readonly OrganisationNode[];
  moreHref: (cursor: string) => string;
}> = (props) => {
  const [objected, setObjected] = createSignal('');
  const village = (path: string): string => {
    const node = props.nodes.find((known) => known.path === path);
    return node ? nameOf(node) : path;
  };
  return (
    <Show
      when={props.notices.rows.length > 0}
      fallback={<EmptyState title={t('list.none.title')}>{t('list.none.text')}</EmptyState>}
    >
      <ul class="public-notices">
        <For each={props.notices.rows}>
          {(notice) => (
            <NoticeItem
              notice={notice}
              village={village(notice.village)}
              isOpen={objected() === notice.notice}
              setOpen={(isOpen) => setObjected(isOpen ? notice.notice : '')}
            />
          )}
        </For>
      </ul>
      <Show when={props.notices.next}>
        {(cursor) => (
          <p>
            <A class="touch-link" href={props.moreHref(cursor())}>
              {t('list.more')}
            </A>
          </p>
        )}
      </Show>
    </Show>
  );
};

const hrefWith = (node: string | undefined, cursor: string): string =>
  `${NOTICES_PATH}?${new URLSearchParams(node === undefined || node === '' ? { cursor } : { node, cursor })}`;

const OfPlace: Component<{ nodes: readonly OrganisationNode[] }> = (props) => {
  const [search, setSearch] = useSearchParams<{ node: string; cursor: string }>();
  const district = (): string => props.nodes.find(({ kind }) => kind === 'district')?.path ?? '';
  const node = (): string => search.node ?? district();
  const notices = createAsync(async () => (node() === '' ? undefined : readNotices(node(), search.cursor)));
  return (
    <>
      <SelectField
        name="node"
        label={t('list.town')}
        width="medium"
        emptyLabel={t('list.district')}
        options={props.nodes
          .filter(({ kind, active }) => active && kind === 'town')
          .map((town) => ({ value: town.path, label: nameOf(town) }))}
        value={search.node ?? ''}
        onChange={(value) => setSearch({ node: value, cursor: '' })}
      />
      <Suspense fallback={<LoadingState lines={6} />}>
        <Show
          when={notices()}
          fallback={<EmptyState title={t('list.none.title')}>{t('list.none.text')}</EmptyState>}
        >
          {(known) => (
            <Listing
              notices={known()}
              nodes={props.nodes}
              moreHref={(cursor) => hrefWith(search.node, cursor)}
            />
          )}
        </Show>
      </Suspense>
    </>
  );
};

/** Homes approved and in public, the one over first at the top. Place and page stand in the address. */
const NoticesPage: Component = () => {
  const nodes = createAsync(() => readOrganisations());
  const retry = (reset: () => void): void => {
    void revalidate([readOrganisations.key, readNotices.key]).then(reset);
  };
  return (
    <div class="reading stack-large">
      <PageHeader title={t('list.title')} lead={t('list.lead')} />
      <ErrorBoundary
        fallback={(thrown, reset) => (
          <ErrorState text={refusalMessage(codeOf(thrown))} onRetry={() => retry(reset)} />
        )}
      >
        <Suspense fallback={<LoadingState lines={6} />}>
          <Show when={nodes()}>{(known) => <OfPlace nodes={known()} />}</Show>
        </Suspense>
      </ErrorBoundary>
      <p class="no-print">
        <LinkButton href={START_PATH}>{t('list.apply')}</LinkButton>
      </p>
    </div>
  );
};

export default NoticesPage;
