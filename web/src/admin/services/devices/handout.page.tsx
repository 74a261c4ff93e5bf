import { A, createAsync, revalidate, useParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { formatReference } from '../../../../../functions/platform/contract/reference.rules.ts';
import { formatDate, formatMoment } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { DescriptionList, type Fact } from '../../../ui/facts.tsx';
import { PageHeader } from '../../../ui/page.tsx';
import { type Desk, useDesk } from '../../shell/desk.ts';
import { PersonPart } from '../person-part.tsx';
import { RecordHistory } from '../record-history.tsx';
import { readPersonHistory } from '../services.queries.ts';
import { HandoutTag, LateTag } from './device-marks.tsx';
import { type HandoutView, readHandout, renewDevices } from './devices.queries.ts';
import { devicesWords } from './devices.words.ts';
import { ExtendAction, ReturnAction } from './handout.actions.tsx';
import '../services.css';

const { t } = devicesWords;

const moment = (at: string): string => formatMoment(at, language());
const day = (date: string): string => formatDate(date, language());
const done = ({ at, by }: { at: string; by: { name: string } }): string =>
  t('handout.at.value', { when: moment(at), name: by.name });

const loanFacts = (view: HandoutView): readonly Fact[] => {
  if (view.state === 'given') return [];
  return [
    ...(view.until === undefined ? [] : [{ term: t('handout.until'), value: day(view.until) }]),
    ...view.extensions.map(({ at, by, from, reason }) => ({
      term: t('handout.extended'),
      value: t('handout.extended.value', { day: day(from), when: moment(at), name: by.name, reason }),
    })),
  ];
};

const returnFacts = (view: HandoutView): readonly Fact[] => {
  if (view.state !== 'returned') return [];
  const { returned } = view;
  const said = [t(`condition.${returned.condition}`), returned.note, done(returned)];
  return [
    {
      term: t('handout.returned'),
      value: <span class="services-said">{said.filter(Boolean).join('\n')}</span>,
    },
  ];
};

const factsOf = (view: HandoutView, desk: Desk): readonly Fact[] => [
  {
    term: t('handout.device'),
    value: t('handout.device.value', { kind: t(`kind.${view.kind}`), n: view.quantity }),
  },
  {
    term: t('handout.depot'),
    value: (
      <A href={desk.keepNode(`/admin/services/devices/stocks/${view.stock}`)}>{desk.placeOf(view.node)}</A>
    ),
  },
  { term: t('handout.at'), value: done(view) },
  ...loanFacts(view),
  ...returnFacts(view),
  ...(view.note === undefined ? [] : [{ term: t('handout.note'), value: view.note }]),
];

/** One hand-out: what, to whom, until when; and taking it back. */
export const HandoutPage: Component = () => {
  const params = useParams<{ handout: string }>();
  const desk = useDesk();
  const view = createAsync(() => readHandout(params.handout));
  const back = (state: HandoutView['state']): string =>
    desk.keepNode(`/admin/services/devices/handouts?list=${state}`);
  const changed = (): void => {
    void revalidate(readHandout.keyFor(params.handout));
    void renewDevices();
  };
  return (
    <Show when={view()}>
      {(known) => (
        <article class="stack">
          <p class="no-print">
            <A href={back(known().state)}>
              {t('handout.back')} · {t(`list.${known().state}`)}
            </A>
          </p>
          <PageHeader
            title={t('handout.title', {
              kind: t(`kind.${known().kind}`),
              reference: formatReference(known().handout),
            })}
            actions={<Button onPress={() => window.print()}>{t('print')}</Button>}
          />
          <p class="row">
            <HandoutTag state={known().state} />
            <Show when={known().daysLate}>{(n) => <LateTag days={n()} />}</Show>
          </p>
          <Show when={known().mayKeep && known().state !== 'returned'}>
            <div class="row no-print">
              <ReturnAction view={known()} />
              <Show when={known().state === 'lent'}>
                <ExtendAction view={known()} />
              </Show>
            </div>
          </Show>
          <div class="services-columns">
            <div class="stack-large">
              <DescriptionList facts={factsOf(known(), desk)} />
              <PersonPart ledger="handouts" record={params.handout} view={known()} changed={changed} />
            </div>
            <RecordHistory read={() => readPersonHistory('handouts', params.handout)} />
          </div>
        </article>
      )}
    </Show>
  );
};
