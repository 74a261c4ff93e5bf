import { A, createAsync, revalidate, useSearchParams } from '@solidjs/router';
import { type Component, ErrorBoundary, For, lazy, Show, Suspense } from 'solid-js';
import { audiences, categories, levels } from '../../../../functions/programme/programme.words.ts';
import { venueKinds } from '../../../../functions/venues/venues.words.ts';
import { formatDate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { LinkButton } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-field.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/state.tsx';
import { codeOf, problemMessage } from '../messages/messages.ts';
import { cultureWords } from '../public.words.ts';
import { type OrganisationNode, readOrganisations } from '../queries.ts';
import { type AskedDates, type ListedDate, readMonth, readWhatsOn, type WhatsOn } from './culture.queries.ts';
import { CultureViews } from './culture-views.tsx';
import { Feed } from './feed.tsx';
import { ListedItem } from './listed-date.tsx';
import { datesWith, type OnFilter } from './on-filter.ts';
import { readVenues } from './venues.queries.ts';
import './culture.css';

const { t } = cultureWords;

const Month = lazy(async () => ({ default: (await import('./month.tsx')).Month }));

const nameOf = ({ name }: OrganisationNode): string => (language() === 'en' ? name.en : name.zh);

const hrefWith = (params: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(params).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === '' ? [] : [[name, value]],
  );
  return given.length === 0 ? '/culture' : `/culture?${new URLSearchParams(given)}`;
};

interface ListingProps {
  whatsOn: WhatsOn;
  filter: OnFilter;
  laterHref: (cursor: string) => string;
}

const Listing: Component<ListingProps> = (props) => {
  const rows = (): readonly ListedDate[] => datesWith(props.whatsOn.rows, props.filter);
  return (
    <>
      <Show
        when={rows().length > 0}
        fallback={<EmptyState title={t('on.none.title')}>{t('on.none.text')}</EmptyState>}
      >
        <ul class="on-list">
          <For each={rows()}>{(date) => <ListedItem date={date} heading="h2" />}</For>
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

type Search = Record<
  'node' | 'category' | 'audience' | 'level' | 'place' | 'month' | 'day' | 'cursor',
  string
>;

const List: Component<{ node: string; search: Partial<Search>; filter: OnFilter }> = (props) => {
  const { search } = props;
  const day = (): Partial<AskedDates> =>
    search.day === undefined ? {} : { from: search.day, until: search.day };
  const cursor = (): Partial<AskedDates> => (search.cursor === undefined ? {} : { cursor: search.cursor });
  const whatsOn = createAsync(() => readWhatsOn({ node: props.node, ...day(), ...cursor() }));
  return (
    <>
      <Show when={search.day}>
        {(shown) => (
          <div class="row">
            <h2>{formatDate(shown(), language())}</h2>
            <LinkButton href={hrefWith({ ...search, day: '', cursor: '' })}>{t('on.every-day')}</LinkButton>
          </div>
        )}
      </Show>
      <Show when={whatsOn()}>
        {(known) => (
          <Listing
            whatsOn={known()}
            filter={props.filter}
            laterHref={(next) => hrefWith({ ...search, cursor: next })}
          />
        )}
      </Show>
    </>
  );
};

const Dates: Component<{ nodes: readonly OrganisationNode[] }> = (props) => {
  const [search, setSearch] = useSearchParams<Search>();
  const district = (): string => props.nodes.find(({ kind }) => kind === 'district')?.path ?? '';
  const node = (): string => search.node ?? district();
  // A date names its venue, not what kind it is: asked for only by whoever looks for one.
  const venues = createAsync(async () => (search.place === undefined ? undefined : readVenues(node())));
  const filter = (): OnFilter => ({
    category: search.category ?? '',
    audience: search.audience ?? '',
    level: search.level ?? '',
    venues:
      search.place === undefined
        ? undefined
        : new Set(venues()?.rows.flatMap(({ kind, venue }) => (kind === search.place ? [venue] : []))),
  });
  const change = (changed: Partial<Search>): void => {
    setSearch({ ...changed, cursor: '' }, { replace: true, scroll: false });
  };
  return (
    <>
      <div class="row on-filters no-print">
        <SelectField
          name="node"
          label={t('on.town')}
          width="medium"
          emptyLabel={t('on.district')}
          options={props.nodes
            .filter(({ kind, active }) => active && kind === 'town')
            .map((town) => ({ value: town.path, label: nameOf(town) }))}
          value={search.node ?? ''}
          onChange={(value) => change({ node: value })}
        />
        <SelectField
          name="category"
          label={t('on.category')}
          width="medium"
          emptyLabel={t('on.category.all')}
          options={categories.map((value) => ({ value, label: t(`category.${value}`) }))}
          value={search.category ?? ''}
          onChange={(value) => change({ category: value })}
        />
        <SelectField
          name="audience"
          label={t('on.audience')}
          width="medium"
          emptyLabel={t('on.audience.all')}
          options={audiences
            .filter((who) => who !== 'everyone')
            .map((value) => ({ value, label: t(`audience.${value}`) }))}
          value={search.audience ?? ''}
          onChange={(value) => change({ audience: value })}
        />
        <SelectField
          name="level"
          label={t('on.level')}
          width="medium"
          emptyLabel={t('on.level.all')}
          options={levels.map((value) => ({ value, label: t(`level.${value}`) }))}
          value={search.level ?? ''}
          onChange={(value) => change({ level: value })}
        />
        <SelectField
          name="place"
          label={t('on.place')}
          width="medium"
          emptyLabel={t('on.place.all')}
          options={venueKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={search.place ?? ''}
          onChange={(value) => change({ place: value })}
        />
      </div>
      <Suspense fallback={<LoadingState lines={6} />}>
        <Show when={node() !== ''}>
          <Show when={search.month} fallback={<List node={node()} search={search} filter={filter()} />}>
            {(month) => (
              <Month
                node={node()}
                asked={month()}
                filter={filter()}
                hrefOf={(changed) => hrefWith({ ...search, ...changed })}
              />
            )}
          </Show>
        </Show>
      </Suspense>
      <Feed path={`/api/public/whats-on.ics?node=${encodeURIComponent(node())}`} label={t('on.feed')} />
    </>
  );
};

/** What is on at a place, as a list by when it begins or as a month. What is looked for stands in the address. */
const WhatsOnPage: Component = () => {
  const nodes = createAsync(() => readOrganisations());
  const retry = (reset: () => void): void => {
    void revalidate([readOrganisations.key, readWhatsOn.key, readMonth.key]).then(reset);
  };
  return (
    <div class="stack-large">
      <PageHeader title={t('on.title')} lead={t('on.lead')} />
      <CultureViews />
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
