import { A, createAsync, revalidate, useSearchParams } from '@solidjs/router';
import { type Component, ErrorBoundary, For, Show, Suspense } from 'solid-js';
import { categories } from '../../../../functions/programme/programme.words.ts';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { LinkButton } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-field.tsx';
import { StatusTag } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/state.tsx';
import { codeOf, problemMessage } from '../messages/messages.ts';
import { cultureWords } from '../public.words.ts';
import { type OrganisationNode, readOrganisations } from '../queries.ts';
import { type ListedDate, readWhatsOn, type WhatsOn } from './culture.queries.ts';
import './culture.css';

const { t } = cultureWords;

const nameOf = ({ name }: OrganisationNode): string => (language() === 'en' ? name.en : name.zh);

const hrefWith = (params: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(params).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === '' ? [] : [[name, value]],
  );
  return given.length === 0 ? '/culture' : `/culture?${new URLSearchParams(given)}`;
};

const ListedItem: Component<{ date: ListedDate }> = (props) => (
  <li class="on-date">
    <p class="on-when">
      <time datetime={props.date.from}>{formatMoment(props.date.from, language())}</time>
    </p>
    <h2 class="on-title">
      <A href={`/culture/activities/${props.date.activity}`}>{props.date.title}</A>
    </h2>
    <p class="soft">
      {t(`category.${props.date.category}`)} · {props.date.place}
    </p>
    <Show
      when={props.date.state !== 'cancelled'}
      fallback={<StatusTag tone="bad">{t('on.cancelled')}</StatusTag>}
    >
      <StatusTag tone={props.date.offer === undefined ? 'ok' : 'info'}>
        {props.date.offer === undefined ? t('on.free') : t('on.enrol')}
      </StatusTag>
    </Show>
  </li>
);

interface ListingProps {
  whatsOn: WhatsOn;
  category: string;
  laterHref: (cursor: string) => string;
}

const Listing: Component<ListingProps> = (props) => {
  const rows = (): readonly ListedDate[] =>
    props.whatsOn.rows.filter(({ category }) => props.category === '' || category === props.category);
  return (
    <>
      <Show
        when={rows().length > 0}
        fallback={<EmptyState title={t('on.none.title')}>{t('on.none.text')}</EmptyState>}
      >
        <ul class="on-list">
          <For each={rows()}>{(date) => <ListedItem date={date} />}</For>
        </ul>
      </Show>
      <Show when={props.whatsOn.next}>
        {(cursor) => (
          <p>
            <A href={props.laterHref(cursor())}>{t('on.later')}</A>
          </p>
        )}
      </Show>
    </>
  );
};

const Dates: Component<{ nodes: readonly OrganisationNode[] }> = (props) => {
  const [search, setSearch] = useSearchParams<{ node: string; category: string; cursor: string }>();
  const district = (): string => props.nodes.find(({ kind }) => kind === 'district')?.path ?? '';
  const node = (): string => search.node ?? district();
  const category = (): string => search.category ?? '';
  const whatsOn = createAsync(async () => (node() === '' ? undefined : readWhatsOn(node(), search.cursor)));
  return (
    <>
      <div class="row on-filters">
        <SelectField
          name="node"
          label={t('on.town')}
          width="medium"
          emptyLabel={t('on.district')}
          options={props.nodes
            .filter(({ kind, active }) => active && kind === 'town')
            .map((town) => ({ value: town.path, label: nameOf(town) }))}
          value={search.node ?? ''}
          onChange={(value) => setSearch({ node: value, cursor: '' })}
        />
        <SelectField
          name="category"
          label={t('on.category')}
          width="medium"
          emptyLabel={t('on.category.all')}
          options={categories.map((value) => ({ value, label: t(`category.${value}`) }))}
          value={category()}
          onChange={(value) => setSearch({ category: value })}
        />
      </div>
      <Suspense fallback={<LoadingState lines={6} />}>
        <Show when={whatsOn()}>
          {(known) => (
            <Listing
              whatsOn={known()}
              category={category()}
              laterHref={(cursor) => hrefWith({ node: search.node, category: category(), cursor })}
            />
          )}
        </Show>
      </Suspense>
      <p>
        <a href={`/api/public/whats-on.ics?node=${encodeURIComponent(node())}`} rel="external">
          {t('on.feed')}
        </a>
      </p>
    </>
  );
};

/** What is on at a place, by when it begins. Place and kind stand in the address. */
const WhatsOnPage: Component = () => {
  const nodes = createAsync(() => readOrganisations());
  const retry = (reset: () => void): void => {
    void revalidate([readOrganisations.key, readWhatsOn.key]).then(reset);
  };
  return (
    <div class="stack-large">
      <PageHeader title={t('on.title')} lead={t('on.lead')} />
      <p>
        <LinkButton href="/culture/booking">{t('on.booking')}</LinkButton>
      </p>
      <ErrorBoundary
        fallback={(thrown, reset) => (
          <ErrorState text={problemMessage(codeOf(thrown))} onRetry={() => retry(reset)} />
        )}
      >
        <Suspense fallback={<LoadingState lines={6} />}>
          <Show when={nodes()}>{(known) => <Dates nodes={known()} />}</Show>
        </Suspense>
      </ErrorBoundary>
    </div>
  );
};

export default WhatsOnPage;
