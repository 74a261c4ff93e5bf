import { type Component, For, type JSX, Show } from 'solid-js';
import { photosContract } from '../../../../functions/photos/photos.contract.ts';
import { pathOf } from '../../../../functions/platform/contract/route.ts';
import { formatDate, formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { DescriptionList } from '../../ui/facts.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { campaignsWords } from '../campaigns/campaigns.words.ts';
import type { VisitView } from './day-ledgers.queries.ts';
import { dayLedgersWords } from './day-ledgers.words.ts';
import { IssueLinks } from './visit-columns.tsx';

const { t } = dayLedgersWords;
const moment = (instant: string): string => formatMoment(instant, language());

interface Line {
  readonly term: string;
  readonly of: (visit: VisitView) => JSX.Element;
}

const text = (value: string | undefined): JSX.Element => (
  <span class="ledger-text">{value === undefined || value === '' ? t('visit.none') : value}</span>
);

const metWords = (visit: VisitView): string =>
  visit.met
    .map(({ relation, name }) =>
      name === undefined ? t(`relation.${relation}`) : `${name}（${t(`relation.${relation}`)}）`,
    )
    .join('、');

const Photos: Component<{ view: VisitView }> = (props) => (
  <ul class="photos">
    <For each={props.view.photos}>
      {(photoId, index) => {
        const address = (): string =>
          pathOf(photosContract.routes.ofVisit, { visit: props.view.visit, photoId });
        return (
          <li class="photo">
            <a
              href={address()}
              target="_blank"
              rel="noopener external"
              aria-label={t('visit.photo.open', { n: index() + 1 })}
            >
              <img src={address()} alt={t('visit.photo', { n: index() + 1 })} loading="lazy" />
            </a>
          </li>
        );
      }}
    </For>
  </ul>
);

const lines = (): readonly Line[] => [
  { term: t('visit.by'), of: (visit) => visit.by.name },
  { term: t('visit.at'), of: (visit) => moment(visit.at) },
  { term: t('visit.recorded'), of: (visit) => moment(visit.recordedAt) },
  { term: t('visit.outcome'), of: (visit) => campaignsWords.t(`outcome.${visit.outcome}`) },
  { term: t('visit.met'), of: (visit) => text(metWords(visit)) },
  { term: t('visit.off-peak'), of: (visit) => (visit.offPeak ? t('visit.yes') : t('visit.no')) },
  {
    term: t('visit.satisfaction'),
    of: (visit) => text(visit.satisfaction === undefined ? undefined : `${visit.satisfaction}/5`),
  },
  { term: t('visit.views'), of: (visit) => text(visit.views) },
  { term: t('visit.materials'), of: (visit) => text(visit.materials.join('、')) },
  {
    term: t('visit.issues'),
    of: (visit) => (visit.issues.length > 0 ? <IssueLinks references={visit.issues} /> : text(undefined)),
  },
  {
    term: t('visit.appointment'),
    of: (visit) =>
      text(
        visit.appointment &&
          `${formatDate(visit.appointment.day, language())} ${campaignsWords.t(`slot.${visit.appointment.slot}`)}`,
      ),
  },
  {
    term: t('visit.photos'),
    of: (visit) => (visit.photos.length > 0 ? <Photos view={visit} /> : text(undefined)),
  },
  { term: t('visit.note'), of: (visit) => text(visit.note) },
];

/** What a visit that contradicts nothing says. */
export const VisitFacts: Component<{ view: VisitView }> = (props) => (
  <DescriptionList facts={lines().map(({ term, of }) => ({ term, value: of(props.view) }))} />
);

/** What a visit that contradicts another one says, beside that other one as far as it may be seen. */
export const Versions: Component<{ view: VisitView; other: VisitView | undefined }> = (props) => {
  const columns = (): readonly Column<Line>[] => {
    const { other } = props;
    return [
      { key: 'field', header: t('visit.field'), isRowHeader: true, cell: ({ term }) => term },
      { key: 'this', header: t('visit.this'), cell: ({ of }) => of(props.view) },
      ...(other === undefined
        ? []
        : [{ key: 'other', header: t('visit.other'), cell: ({ of }: Line) => of(other) }]),
    ];
  };
  return (
    <div class="stack">
      <h2>{t('visit.compare')}</h2>
      <Show when={props.view.conflict?.other !== undefined && props.other === undefined}>
        <p class="soft">{t('visit.other-gone')}</p>
      </Show>
      <Table caption={t('visit.compare')} captionHidden columns={columns()} rows={lines()} />
    </div>
  );
};
