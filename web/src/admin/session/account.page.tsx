import { createAsync, revalidate } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { accessContract } from '../../../../functions/access/access.contract.ts';
import { call } from '../../api/client.ts';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { DescriptionList } from '../../ui/facts.tsx';
import { StatusTag } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { showToast } from '../../ui/toast.tsx';
import { adminWords } from '../admin.words.ts';
import { codeOf, problemMessage } from '../messages/messages.ts';
import { readSessions, type SessionRow } from '../queries.ts';
import { useDesk } from '../shell/desk.ts';
import { ChangePasswordForm } from './change-password.form.tsx';
import { sessionWords } from './session.words.ts';

const { t } = sessionWords;

const deviceOf = ({ device, browser }: SessionRow): string =>
  `${t(`device.${device}`)} · ${t(`browser.${browser}`)}`;

export const AccountPage: Component = () => {
  const desk = useDesk();
  return (
    <div class="stack-large">
      <PageHeader title={t('account.title')} />
      <Show when={desk.session()}>
        {(who) => (
          <section class="reading">
            <DescriptionList
              facts={[
                { term: t('account.name'), value: who().name },
                {
                  term: t('account.roles'),
                  value: who()
                    .roles.map((role) => adminWords.t(`role.${role}`))
                    .join(' · '),
                },
                { term: t('account.scope'), value: desk.placeOf(who().scope) },
              ]}
            />
          </section>
        )}
      </Show>
      <section class="stack">
        <h2>{t('password.change')}</h2>
        <ChangePasswordForm
          onDone={() => {
            showToast(t('password.done'));
            void revalidate(readSessions.key);
          }}
        />
      </section>
      <Sessions />
    </div>
  );
};

const Sessions: Component = () => {
  const sessions = createAsync(() => readSessions());
  const columns: readonly Column<SessionRow>[] = [
    { key: 'device', header: t('account.device'), isRowHeader: true, cell: deviceOf },
    {
      key: 'from',
      header: t('account.signed-in'),
      cell: (row) => formatMoment(row.createdAt, language()),
    },
    { key: 'until', header: t('account.until'), cell: (row) => formatMoment(row.expiresAt, language()) },
    { key: 'end', header: t('account.revoke'), cell: (row) => <End row={row} /> },
  ];
  return (
    <section class="stack">
      <h2>{t('account.sessions')}</h2>
      <p class="soft">{t('account.sessions.hint')}</p>
      <Table
        caption={t('account.sessions.caption')}
        captionHidden
        columns={columns}
        rows={sessions() ?? []}
      />
    </section>
  );
};

const End: Component<{ row: SessionRow }> = (props) => {
  const [busy, setBusy] = createSignal(false);
  const end = async (): Promise<void> => {
    setBusy(true);
    try {
      await call(accessContract.routes.revokeSession, { params: { sessionId: props.row.sessionId } });
      showToast(t('account.revoked'));
      await revalidate(readSessions.key);
    } catch (thrown) {
      showToast(problemMessage(codeOf(thrown)), 'bad');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Show when={!props.row.current} fallback={<StatusTag tone="info">{t('account.current')}</StatusTag>}>
      <Button
        busy={busy()}
        label={t('account.revoke.label', {
          device: deviceOf(props.row),
          when: formatMoment(props.row.createdAt, language()),
        })}
        onPress={() => void end()}
      >
        {t('account.revoke')}
      </Button>
    </Show>
  );
};
