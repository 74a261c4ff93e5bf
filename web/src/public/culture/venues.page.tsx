import { A, createAsync, revalidate, useSearchParams } from '@solidjs/router';
import { type Component, ErrorBoundary, For, lazy, Show, Suspense } from 'solid-js';
import { facilities, venueKinds } from '../../../../functions/venues/venues.words.ts';
import { formatTime } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField, SelectField } from '../../ui/choice-field.tsx';
import { StatusTag } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { codeOf, problemMessage } from '../messages/messages.ts';
import { cultureWords, venueWords } from '../public.words.ts';
import { type OrganisationNode, readOrganisations } from '../queries.ts';
import { CultureViews } from './culture-views.tsx';
import { type VenueFilter, venuesWith } from './venue-filter.ts';
import { openStateOf, openWords, usualWords } from './venue-hours.ts';
import type { MapLabel, MapPlace } from './venue-map.tsx';
import { readVenues, type VenueInList, type Venues } from './venues.queries.ts';
import './culture.css';

const { t } = venueWords;
const { t: ofCulture } = cultureWords;

const VenueMap = lazy(async () => ({ default: (await import('./venue-map.tsx')).VenueMap }));

const nameOf = ({ name }: OrganisationNode): string => (language() === 'en' ? name.en : name.zh);

/** A venue and whether it is open at the moment the list is of. */
interface Known {
  readonly venue: VenueInList;
  readonly open: boolean;
  readonly says: string;
  /** The hours of its week. */
  readonly usual: string;
}

const knownOf = ({ rows, holidays, asOf }: Venues): Known[] =>
  rows.map((venue) => {
    const state = openStateOf(venue, { holidays, asOf });
    return { venue, open: state.open, says: openWords(state, asOf), usual: usualWords(venue, asOf) };
  });

const placeOf = ({ venue: { venue, name, position }, open, says }: Known): MapPlace => ({
  ...{ venue, name, position, open, says },
});

/** The towns in the middle of their venues. */
const labelsOf = (known: readonly Known[], nodes: readonly OrganisationNode[]): MapLabel[] =>
  nodes
    .filter(({ kind }) => kind === 'town')
    .flatMap((town) => {
      const there = known.filter(({ venue }) => `${venue.node}/`.startsWith(`${town.path}/`));
      if (there.length === 0) return [];
      const mean = (of: (venue: VenueInList) => number): number =>
        there.reduce((sum, { venue }) => sum + of(venue), 0) / there.length;
      const position = { lat: mean((venue) => venue.position.lat), lng: mean((venue) => venue.position.lng) };
      return [{ name: nameOf(town), position }];
    });

const VenueItem: Component<{ known: Known }> = (props) => (
  <li class="on-date keep-together">
    <h3 class="on-title">
      <A href={`/culture/venues/${props.known.venue.venue}`}>{props.known.venue.name}</A>
    </h3>
    <p class="no-print">
      <StatusTag tone={props.known.open ? 'ok' : 'neutral'}>
        {t(props.known.open ? 'state.open' : 'state.closed')}
      </StatusTag>{' '}
      {props.known.says}
    </p>
    <p class="soft">
      {ofCulture(`kind.${props.known.venue.kind}`)} · {props.known.venue.address}
      <Show when={props.known.venue.phone}>{(phone) => ` · ${phone()}`}</Show>
    </p>
    <p class="soft">{props.known.usual}</p>
  </li>
);

interface FoundProps {
  found: readonly Known[];
  nodes: readonly OrganisationNode[];
  asOf: string;
  withMap: boolean;
  toggle: () => void;
}

const Found: Component<FoundProps> = (props) => {
  const open = (): number => props.found.filter((known) => known.open).length;
  return (
    <>
      <div class="row">
        <p role="status">
          {t('count', { count: props.found.length, open: open() })}{' '}
          <span class="soft">{t('as-of', { time: formatTime(props.asOf) })}</span>
        </p>
        <Button onPress={props.toggle}>{t(props.withMap ? 'map.hide' : 'map.show')}</Button>
      </div>
      <Show when={props.withMap && props.found.length > 0}>
        <ErrorBoundary fallback={<p class="soft">{t('map.failed')}</p>}>
          <Suspense fallback={<LoadingState lines={6} />}>
            <VenueMap
              places={props.found.map(placeOf)}
              labels={labelsOf(props.found, props.nodes)}
              label={t('map.label')}
            />
            <p class="hint no-print">{t('map.hint')}</p>
          </Suspense>
        </ErrorBoundary>
      </Show>
      <Show
        when={props.found.length > 0}
        fallback={<EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>}
      >
        <section class="stack">
          <h2>{t('list.title')}</h2>
          <ul class="on-list venue-list">
            <For each={props.found}>{(known) => <VenueItem known={known} />}</For>
          </ul>
        </section>
      </Show>
    </>
  );
};

type Search = Record<'node' | 'kind' | 'facility' | 'name' | 'open' | 'entrance' | 'map', string>;

const Listed: Component<{ nodes: readonly OrganisationNode[] }> = (props) => {
  const [search, setSearch] = useSearchParams<Search>();
  const district = (): string => props.nodes.find(({ kind }) => kind === 'district')?.path ?? '';
  const node = (): string => search.node ?? district();
  const venues = createAsync(async () => (node() === '' ? undefined : readVenues(node())));
  const filter = (): VenueFilter => ({
    kind: search.kind ?? '',
    facility: search.facility ?? '',
    name: search.name ?? '',
    openOnly: search.open === 'yes',
    entranceOnly: search.entrance === 'yes',
  });
  const change = (changed: Partial<Search>): void => {
    setSearch(changed, { replace: true, scroll: false });
  };
  const found = (venuesKnown: Venues): Known[] => {
    const all = knownOf(venuesKnown);
    const openOnes = new Set(all.filter(({ open }) => open).map(({ venue }) => venue));
    const left = new Set(venuesWith(venuesKnown.rows, filter(), (venue) => openOnes.has(venue)));
    return all.filter(({ venue }) => left.has(venue));
  };
  return (
    <>
      <div class="row on-filters no-print">
        <SelectField
          name="node"
          label={t('filter.town')}
          width="medium"
          emptyLabel={t('filter.district')}
          options={props.nodes
            .filter(({ kind, active }) => active && kind === 'town')
            .map((town) => ({ value: town.path, label: nameOf(town) }))}
          value={search.node ?? ''}
          onChange={(value) => change({ node: value })}
        />
        <SelectField
          name="kind"
          label={t('filter.kind')}
          width="medium"
          emptyLabel={t('filter.kind.all')}
          options={venueKinds.map((value) => ({ value, label: ofCulture(`kind.${value}`) }))}
          value={search.kind ?? ''}
          onChange={(value) => change({ kind: value })}
        />
        <SelectField
          name="facility"
          label={t('filter.facility')}
          width="medium"
          emptyLabel={t('filter.facility.all')}
          options={facilities.map((value) => ({ value, label: t(`facility.${value}`) }))}
          value={search.facility ?? ''}
          onChange={(value) => change({ facility: value })}
        />
        <TextField
          name="name"
          label={t('filter.name')}
          width="medium"
          value={search.name ?? ''}
          onInput={(value) => change({ name: value })}
        />
      </div>
      <div class="row no-print">
        <CheckboxField
          name="open"
          label={t('filter.open')}
          checked={search.open === 'yes'}
          onChange={(checked) => change({ open: checked ? 'yes' : '' })}
        />
        <CheckboxField
          name="entrance"
          label={t('filter.entrance')}
          checked={search.entrance === 'yes'}
          onChange={(checked) => change({ entrance: checked ? 'yes' : '' })}
        />
      </div>
      <Suspense fallback={<LoadingState lines={6} />}>
        <Show when={venues()}>
          {(known) => (
            <Found
              found={found(known())}
              nodes={props.nodes}
              asOf={known().asOf}
              withMap={search.map === 'yes'}
              toggle={() => change({ map: search.map === 'yes' ? '' : 'yes' })}
            />
          )}
        </Show>
      </Suspense>
    </>
  );
};

/** Every venue of a place, as a list and, for whoever wants it, on a map. What is looked for stands in the address. */
const VenuesPage: Component = () => {
  const nodes = createAsync(() => readOrganisations());
  return (
    <div class="stack-large">
      <PageHeader title={t('title')} lead={t('lead')} />
      <CultureViews />
      <ErrorBoundary
        fallback={(thrown, reset) => (
          <ErrorState
            text={problemMessage(codeOf(thrown))}
            onRetry={() => void revalidate([readOrganisations.key, readVenues.key]).then(reset)}
          />
        )}
      >
        <Suspense fallback={<LoadingState lines={6} />}>
          <Show when={nodes()}>{(known) => <Listed nodes={known()} />}</Show>
        </Suspense>
      </ErrorBoundary>
    </div>
  );
};

export default VenuesPage;
