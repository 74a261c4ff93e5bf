import { type Component, Show } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { download } from '../../lib/download.ts';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/facts.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { reportWords } from '../public.words.ts';
import { trackHref } from '../track/track.pair.ts';
import { outcome, type Receipt } from './report.outcome.ts';
import { FIRST_PATH } from './report.paths.ts';

const { t } = reportWords;

/** Two groups of four, as it is read aloud; look-up takes it with or without the gap. */
const formatCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

const saveAsFile = (name: string, text: string): void =>
  download(new Blob([text], { type: 'text/plain;charset=utf-8' }), name);

const ReceiptView: Component<{ receipt: Receipt }> = (props) => {
  const reference = (): string => formatReference(props.receipt.reference);
  const code = (): string => formatCode(props.receipt.code);
  const when = (): string => formatMoment(props.receipt.raisedAt, language());
  const text = (): string =>
    t('done.file.text', {
      reference: reference(),
      code: code(),
      when: when(),
      address: `${window.location.origin}/track`,
    });
  return (
    <div class="step stack-large">
      <PageHeader title={t('done.title')} lead={t('done.keep')} />
      <dl class="receipt keep-together">
        <div>
          <dt>{t('done.reference')}</dt>
          <dd translate="no">{reference()}</dd>
        </div>
        <div>
          <dt>{t('done.code')}</dt>
          <dd translate="no">{code()}</dd>
        </div>
      </dl>
      <p class="soft">{t('done.raised', { when: when() })}</p>
      <div class="row no-print">
        <CopyButton text={text()} label={t('done.copy')} />
        <Button onPress={() => saveAsFile(t('done.file', { reference: reference() }), text())}>
          {t('done.save')}
        </Button>
        <Button onPress={() => window.print()}>{t('done.print')}</Button>
      </div>
      <section class="stack">
        <h2>{t('done.next.title')}</h2>
        <ol class="next-steps">
          <li>{t('done.next.transfer')}</li>
          <li>{t('done.next.deadline')}</li>
          <li>{t('done.next.answer')}</li>
        </ol>
      </section>
      <div class="row no-print">
        <LinkButton kind="main" href={trackHref(props.receipt)}>
          {t('done.track')}
        </LinkButton>
        <LinkButton href={FIRST_PATH}>{t('done.another')}</LinkButton>
      </div>
    </div>
  );
};

/** The receipt of the form sent last in this tab; it stays until the tab is closed. */
export const DonePage: Component = () => (
  <Show when={outcome.receipt()}>{(received) => <ReceiptView receipt={received()} />}</Show>
);
