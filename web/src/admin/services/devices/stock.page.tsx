import { A, createAsync, revalidate, useParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { formatMoment, formatNumber } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DescriptionList, type Fact } from '../../../ui/facts.tsx';
import { PageHeader } from '../../../ui/page.tsx';
import { useDesk } from '../../shell/desk.ts';
import { RecordHistory } from '../record-history.tsx';
import { readThingHistory } from '../services.queries.ts';
import { readStock, renewDevices, type StockView } from './devices.queries.ts';
import { devicesWords } from './devices.words.ts';
import { CorrectAction, DeliverAction, MendAction } from './stock.actions.tsx';
import '../services.css';

const { t } = devicesWords;
const number = (n: number): string => formatNumber(n, language());

const factsOf = ({ now, delivered, corrected, scrapped, last }: StockView): readonly Fact[] => [
  { term: t('column.left'), value: number(now.left) },
  { term: t('column.lent'), value: number(now.lent) },
  { term: t('column.given'), value: number(now.given) },
  { term: t('column.repair'), value: number(now.repair) },
  { term: t('column.lost'), value: number(now.lost) },
  { term: t('stock.delivered'), value: number(delivered) },
  { term: t('stock.corrected'), value: number(corrected) },
  { term: t('stock.scrapped'), value: number(scrapped) },
  {
    term: t('stock.last'),
    value: t('stock.last.value', {
      when: formatMoment(last.at, language()),
      name: last.by.name,
      note: last.note,
    }),
  },
];

/** One kind of device in one depot: where they all are, and how they came and went. */
export const StockPage: Component = () => {
  const params = useParams<{ stock: string }>();
  const desk = useDesk();
  const view = createAsync(() => readStock(params.stock));
  const changed = (): void => {
    void revalidate(readStock.keyFor(params.stock));
    void renewDevices();
  };
  return (
    <Show when={view()}>
      {(known) => (
        <article class="stack">
          <p class="no-print">
            <A href={desk.keepNode('/admin/services/devices')}>{t('stock.back')}</A>
          </p>
          <PageHeader
            title={t('stock.title', {
              kind: t(`kind.${known().kind}`),
              depot: desk.placeOf(known().node),
            })}
            actions={
              <Show when={known().mayKeep && known().now.left > 0}>
                <LinkButton href={desk.keepNode(`/admin/services/devices/new?stock=${known().stock}`)}>
                  {t('hand-out')}
                </LinkButton>
              </Show>
            }
          />
          <Show when={known().mayKeep}>
            <div class="row no-print">
              <DeliverAction view={known()} changed={changed} />
              <CorrectAction view={known()} changed={changed} />
              <Show when={known().now.repair > 0}>
                <MendAction view={known()} changed={changed} />
              </Show>
            </div>
          </Show>
          <div class="services-columns">
            <section class="stack" aria-labelledby="now">
              <h2 id="now">{t('stock.now')}</h2>
              <DescriptionList facts={factsOf(known())} />
            </section>
            <RecordHistory read={() => readThingHistory('stocks', params.stock)} />
          </div>
        </article>
      )}
    </Show>
  );
};
