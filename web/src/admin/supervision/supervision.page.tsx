import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, For, Show } from 'solid-js';
import { photosContract } from '../../../../functions/photos/photos.contract.ts';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { pathOf } from '../../../../functions/platform/contract/route.ts';
import type { PhotoId } from '../../../../functions/platform/photos/photo.contract.ts';
import { supervisionReasons } from '../../../../functions/supervision/supervision.words.ts';
import { formatDate, formatDeadline, formatMoment, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { DescriptionList, type Fact } from '../../ui/facts.tsx';
import { Notice, StatusTag } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { ShownPhotos } from '../forms/photos-choice.tsx';
import { type Desk, useDesk } from '../shell/desk.ts';
import { ItemActions } from './item-actions.tsx';
import { readSupervision, type SupervisionView } from './supervision.queries.ts';
import { supervisionWords } from './supervision.words.ts';
import './supervision.css';

const { t } = supervisionWords;

type Item = SupervisionView['items'][number];

const number = (n: number): string => formatNumber(n, language());
const day = (date: string): string => formatDate(date, language());

const byWords = ({ at, by }: { readonly at: string; readonly by: { readonly name: string } }): string =>
  t('item.by', { name: by.name, when: formatMoment(at, language()) });

const photoAt =
  (date: string, issue: string) =>
  (photoId: PhotoId): string =>
    pathOf(photosContract.routes.ofSupervision, { date, issue, photoId });

const factsOf = (
  date: string,
  { issue, place, department, dueAt, taken, entry }: Item,
  placeOf: Desk['placeOf'],
): Fact[] => [
  { term: t('item.place'), value: placeOf(place) },
  ...(department === undefined ? [] : [{ term: t('item.department'), value: placeOf(department) }]),
  ...(dueAt === undefined ? [] : [{ term: t('item.due'), value: formatDeadline(dueAt, language()) }]),
  { term: t('item.taken'), value: taken ? byWords(taken) : t('item.taken.nobody') },
  ...(entry
    ? [
        { term: t('verdict.label'), value: `${t(`verdict.${entry.verdict}`)} · ${t(`way.${entry.way}`)}` },
        { term: t('item.found'), value: `${entry.text} ${byWords(entry)}` },
        ...(entry.photos.length > 0
          ? [
              {
                term: t('photos.label'),
                value: <ShownPhotos photos={entry.photos} address={photoAt(date, issue)} />,
              },
            ]
          : []),
      ]
    : []),
];

const ItemPart: Component<{ view: SupervisionView; item: Item }> = (props) => {
  const desk = useDesk();
  return (
    <li class="stack keep-together">
      <h3>
        <A href={desk.keepNode(`/admin/issues/${props.item.issue}`)}>{formatReference(props.item.issue)}</A>
      </h3>
      <p class="row">
        <For each={props.item.reasons}>
          {(reason) => <StatusTag tone="neutral">{t(`reason.${reason}`)}</StatusTag>}
        </For>
      </p>
      <DescriptionList facts={factsOf(props.view.date, props.item, desk.placeOf)} />
      <ItemActions view={props.view} item={props.item} />
    </li>
  );
};

/** A day's list: why each issue is on it, who has it, and what was found there. */
export const SupervisionPage: Component = () => {
  const params = useParams<{ date: string }>();
  const desk = useDesk();
  const view = createAsync(() => readSupervision(params.date));
  const leftOf = ({ items }: SupervisionView): number => items.filter(({ entry }) => !entry).length;
  const reasonsOf = ({ found }: SupervisionView): Fact[] =>
    supervisionReasons.map((reason) => ({
      term: t(`reason.${reason}`),
      value: t('day.found.value', { n: number(found[reason] ?? 0) }),
    }));
  return (
    <Show when={view()}>
      {(known) => (
        <div class="stack">
          <p class="no-print">
            <A href={desk.keepNode('/admin/supervision')}>{t('day.back')}</A>
          </p>
          <PageHeader
            title={t('day.title', { day: day(known().date) })}
            lead={t('day.lead', {
              ...{ n: number(known().items.length), left: number(leftOf(known())) },
              due: formatDeadline(known().dueAt, language()),
            })}
            actions={<Button onPress={() => window.print()}>{t('day.print')}</Button>}
          />
          <Show when={known().provisional}>
            <p>{t('day.provisional')}</p>
          </Show>
          <Show when={known().missed.length > 0}>
            <Notice tone="warn" title={t('day.missed', { days: known().missed.map(day).join(' · ') })} />
          </Show>
          <section class="stack" aria-labelledby="supervised">
            <h2 id="supervised">{t('day.items')}</h2>
            <Show when={known().items.length > 0} fallback={<EmptyState title={t('day.empty')} />}>
              <ul class="stack supervised">
                <For each={known().items}>{(item) => <ItemPart view={known()} item={item} />}</For>
              </ul>
            </Show>
          </section>
          <section class="stack" aria-labelledby="reasons">
            <h2 id="reasons">{t('day.found')}</h2>
            <DescriptionList facts={reasonsOf(known())} />
          </section>
          <section class="stack" aria-labelledby="draw">
            <h2 id="draw">{t('day.draw')}</h2>
            <p>{t('day.draw.text', { seed: known().seed, n: number(known().population.length) })}</p>
          </section>
        </div>
      )}
    </Show>
  );
};
