import { A, createAsync, revalidate, useParams } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { formatReference } from '../../../../../functions/platform/contract/reference.rules.ts';
import { donationRoutes } from '../../../../../functions/services/donations.contract.ts';
import { limits } from '../../../../../functions/services/services.words.ts';
import { formatMoment } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { DescriptionList, type Fact } from '../../../ui/facts.tsx';
import { StatusTag } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { CommandDialog } from '../../forms/command-dialog.tsx';
import { type Desk, useDesk } from '../../shell/desk.ts';
import { PersonPart } from '../person-part.tsx';
import { RecordHistory } from '../record-history.tsx';
import { readPersonHistory } from '../services.queries.ts';
import { amountWords } from './amount.ts';
import { type ReceiptView, readReceipt, renewDonations, showChangedReceipt } from './donations.queries.ts';
import { donationsWords } from './donations.words.ts';
import '../services.css';

const { t } = donationsWords;

const act = ({ at, by }: { at: string; by: { name: string } }): string =>
  t('by-at', { when: formatMoment(at, language()), name: by.name });

const factsOf = (view: ReceiptView, desk: Desk): readonly Fact[] => [
  { term: t('receipt.goods'), value: `${view.goods} · ${amountWords(view.quantity, view.unit)}` },
  { term: t('receipt.node'), value: desk.placeOf(view.node) },
  { term: t('receipt.at'), value: act(view) },
  { term: t('receipt.signed'), value: t(`signed.${view.signed}`) },
  ...(view.again === undefined ? [] : [{ term: t('receipt.again'), value: view.again }]),
  ...(view.state === 'taken-back'
    ? [
        {
          term: t('receipt.taken-back'),
          value: <span class="services-said">{`${view.takenBack.reason}\n${act(view.takenBack)}`}</span>,
        },
      ]
    : []),
];

/** One receipt, as it stands on the paper of whoever received. */
export const ReceiptPage: Component = () => {
  const params = useParams<{ receipt: string }>();
  const desk = useDesk();
  const view = createAsync(() => readReceipt(params.receipt));
  const changed = (): void => {
    void revalidate(readReceipt.keyFor(params.receipt));
    void renewDonations();
  };
  return (
    <Show when={view()}>
      {(known) => (
        <article class="stack">
          <p class="no-print">
            <A href={desk.keepNode(`/admin/services/donations/${known().batch}`)}>
              {t('receipt.back', { goods: known().goods })}
            </A>
          </p>
          <PageHeader
            title={t('receipt.title', { reference: formatReference(known().receipt) })}
            actions={<Button onPress={() => window.print()}>{t('print')}</Button>}
          />
          <p>
            <StatusTag tone={known().state === 'received' ? 'ok' : 'neutral'}>
              {t(`state.${known().state}`)}
            </StatusTag>
          </p>
          <Show when={known().mayKeep && known().state === 'received'}>
            <div class="row no-print">
              <TakeBackAction view={known()} />
            </div>
          </Show>
          <div class="services-columns">
            <div class="stack-large">
              <DescriptionList facts={factsOf(known(), desk)} />
              <PersonPart ledger="receipts" record={params.receipt} view={known()} changed={changed} />
            </div>
            <RecordHistory read={() => readPersonHistory('receipts', params.receipt)} />
          </div>
        </article>
      )}
    </Show>
  );
};

const TakeBackAction: Component<{ view: ReceiptView }> = (props) => {
  const [reason, setReason] = createSignal('');
  return (
    <CommandDialog
      row={donationRoutes.takeBack}
      params={{ receipt: props.view.receipt }}
      view={props.view}
      label={t('take-back')}
      danger
      intro={t('take-back.intro')}
      fields={{ reason: t('field.reason') }}
      body={() => ({ reason: reason() })}
      reset={() => setReason('')}
      isStillAllowed={({ state }) => state === 'received'}
      done={t('take-back.done')}
      show={showChangedReceipt}
    >
      {(errorOf) => (
        <TextArea
          name="reason"
          label={t('field.reason')}
          rows={3}
          limit={limits.reason}
          value={reason()}
          onInput={setReason}
          error={errorOf('reason')}
        />
      )}
    </CommandDialog>
  );
};
