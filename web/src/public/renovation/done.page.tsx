import { type Component, Show } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { renovationItems } from '../../../../functions/renovation/renovation.words.ts';
import { formatDeadline, formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { LinkButton } from '../../ui/button.tsx';
import { DescriptionList } from '../../ui/facts.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { renovationStartWords, renovationWords } from '../public.words.ts';
import { CodeSlip, formatCode } from './code-slip.tsx';
import { listed } from './renovation.draft.ts';
import { outcome, type Receipt } from './renovation.outcome.ts';
import { linkTo } from './renovation.pair.ts';
import { PROGRESS_PATH, START_PATH } from './renovation.paths.ts';

const { t } = renovationWords;

const ReceiptView: Component<{ receipt: Receipt }> = (props) => {
  const reference = (): string => formatReference(props.receipt.reference);
  const when = (): string => formatMoment(props.receipt.appliedAt, language());
  const items = (): string =>
    renovationItems
      .filter((item) => listed(props.receipt.wants).includes(item))
      .map((item) => renovationStartWords.t(`item.${item}`))
      .join('\n');
  return (
    <div class="step stack-large">
      <PageHeader title={t('done.title')} lead={t('done.keep')} />
      <CodeSlip
        pair={props.receipt}
        label={t('done.reference')}
        text={t('done.file.text', {
          reference: reference(),
          code: formatCode(props.receipt.code),
          when: when(),
          address: `${window.location.origin}${PROGRESS_PATH}`,
        })}
        fileName={t('done.file.name', { reference: reference() })}
      />
      <DescriptionList facts={[{ term: t('done.what'), value: items() }]} />
      <p class="soft">{t('done.sent', { when: when() })}</p>
      <section class="stack">
        <h2>{t('done.next')}</h2>
        <ol class="next-steps">
          <li>
            <Show when={props.receipt.dueAt !== ''} fallback={t('done.next.check.later')}>
              {t('done.next.check', { due: formatDeadline(props.receipt.dueAt, language()) })}
            </Show>
          </li>
          <li>{t('done.next.review')}</li>
          <li>{t('done.next.assess')}</li>
          <li>{t('done.next.plan')}</li>
          <li>{t('done.next.rest')}</li>
        </ol>
        <p>{t('done.free')}</p>
      </section>
      <div class="row no-print">
        <LinkButton kind="main" href={linkTo(PROGRESS_PATH, props.receipt)}>
          {t('done.track')}
        </LinkButton>
        <LinkButton href={START_PATH}>{t('done.another')}</LinkButton>
      </div>
    </div>
  );
};

/** The receipt of the form sent last in this tab; it stays until the tab is closed. */
export const DonePage: Component = () => (
  <Show when={outcome.receipt()}>{(received) => <ReceiptView receipt={received()} />}</Show>
);
