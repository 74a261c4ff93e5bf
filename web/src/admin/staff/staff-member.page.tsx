import { A, createAsync, query, revalidate, useParams } from '@solidjs/router';
import { type Component, createEffect, createSignal, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { accessContract } from '../../../../functions/access/access.contract.ts';
import { call } from '../../api/client.ts';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { confirm, Dialog } from '../../ui/dialog.tsx';
import { DescriptionList } from '../../ui/facts.tsx';
import { Notice, StatusTag } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { showToast } from '../../ui/toast.tsx';
import { adminWords } from '../admin.words.ts';
import { CommandForm } from '../forms/command-form.tsx';
import { createSubmission } from '../forms/submission.ts';
import { MailboxSection } from '../inbox/mailbox.tsx';
import { codeOf, problemMessage } from '../messages/messages.ts';
import { readStaff, readStaffMember, type StaffView } from '../queries.ts';
import { useDesk } from '../shell/desk.ts';
import { RolesField, ScopeField } from './account-fields.tsx';
import { type HandedOut, HandedOutDialog } from './handed-out.tsx';
import { staffWords } from './staff.words.ts';

const { t } = staffWords;
const { assignment, suspension, reinstatement, 'password-reset': reset } = accessContract.routes;

const showChanged = (view: StaffView): void => {
  const key = readStaffMember.keyFor(view.staffId);
  query.set(key, view);
  void revalidate(key, false);
  void revalidate(readStaff.key);
};

/** What went wrong, and the account as it stands when that was somebody else's doing. */
const showRefusal = (thrown: unknown, staffId: string): void => {
  const code = codeOf(thrown);
  showToast(code === 'request.stale' ? t('member.stale') : problemMessage(code), 'bad');
  if (code === 'request.stale') void revalidate(readStaffMember.keyFor(staffId));
};

export const StaffMemberPage: Component = () => {
  const params = useParams<{ staffId: string }>();
  const desk = useDesk();
  const member = createAsync(() => readStaffMember(params.staffId));
  return (
    <Show when={member()}>
      {(known) => (
        <div class="stack">
          <p>
            <A href={desk.keepNode('/admin/staff')}>{t('staff.back')}</A>
          </p>
          <PageHeader title={known().name} />
          <div class="reading">
            <DescriptionList
              facts={[
                { term: t('staff.login-name'), value: known().loginName },
                {
                  term: t('staff.status'),
                  value: (
                    <StatusTag tone={known().status === 'active' ? 'ok' : 'warn'}>
                      {t(`staff.status.${known().status}`)}
                    </StatusTag>
                  ),
                },
                {
                  term: t('staff.roles'),
                  value: known()
                    .roles.map((role) => adminWords.t(`role.${role}`))
                    .join(' · '),
                },
                { term: t('staff.scope'), value: desk.placeOf(known().scope) },
                { term: t('staff.created'), value: formatMoment(known().createdAt, language()) },
              ]}
            />
          </div>
          <Show when={known().mustChangePassword}>
            <Notice>{t('staff.first-password')}</Notice>
          </Show>
          <Show when={desk.holds('admin')}>
            <Show
              when={known().staffId !== desk.session()?.staffId}
              fallback={<p class="soft">{t('member.own')}</p>}
            >
              <div class="row">
                <AssignmentAction member={known()} />
                <StandingAction member={known()} />
                <ResetAction member={known()} />
              </div>
              <MailboxSection staffId={known().staffId} />
            </Show>
          </Show>
        </div>
      )}
    </Show>
  );
};

interface MemberProps {
  member: StaffView;
}

const AssignmentAction: Component<MemberProps> = (props) => {
  const [open, setOpen] = createSignal(false);
  const [draft, setDraft] = createStore<{ roles: string[]; scope: string }>({ roles: [], scope: '' });
  const submission = createSubmission({
    schema: assignment.body,
    fields: () => ({ roles: t('staff.roles'), scope: t('staff.scope') }),
    fieldOf: { 'access.node_unknown': 'scope', 'access.scope': 'scope' },
    send: (body, key) =>
      call(assignment, {
        params: { staffId: props.member.staffId },
        body,
        ifMatch: props.member.version,
        key,
      }),
    done: ({ body }) => {
      showChanged(body);
      showToast(t('member.assign.done'));
      setOpen(false);
    },
  });
  createEffect(() => {
    // The next try is meant for the account as it is now.
    if (submission.refusal() === 'request.stale') {
      void revalidate(readStaffMember.keyFor(props.member.staffId));
    }
  });
  const show = (): void => {
    setDraft({ roles: [...props.member.roles], scope: props.member.scope });
    submission.reset();
    setOpen(true);
  };
  return (
    <>
      <Button kind="main" onPress={show}>
        {t('member.assign')}
      </Button>
      <Dialog open={open()} onClose={() => setOpen(false)} title={t('member.assign')}>
        <div class="stack">
          <p class="soft">{t('member.assign.intro')}</p>
          <Show when={submission.refusal() === 'request.stale'}>
            <Notice tone="warn">{t('member.stale')}</Notice>
          </Show>
          <CommandForm
            submission={submission}
            body={() => ({ ...draft })}
            submitLabel={t('member.assign.submit')}
            onCancel={() => setOpen(false)}
          >
            <RolesField
              chosen={draft.roles}
              onChange={(roles) => setDraft('roles', roles)}
              error={submission.errorOf('roles')}
            />
            <ScopeField
              chosen={draft.scope}
              onChange={(path) => setDraft('scope', path)}
              error={submission.errorOf('scope')}
            />
          </CommandForm>
        </div>
      </Dialog>
    </>
  );
};

/** Suspends an account or takes that back, after asking. */
const StandingAction: Component<MemberProps> = (props) => {
  const [busy, setBusy] = createSignal(false);
  const isActive = (): boolean => props.member.status === 'active';
  const what = (): 'suspend' | 'reinstate' => (isActive() ? 'suspend' : 'reinstate');
  const act = async (): Promise<void> => {
    const { staffId, version: ifMatch, name } = props.member;
    const done = t(`member.${what()}.done`);
    const row = isActive() ? suspension : reinstatement;
    const isMeant = await confirm({
      title: t(`member.${what()}.question`, { name }),
      text: t(`member.${what()}.text`),
      confirmLabel: t(`member.${what()}`),
      danger: isActive(),
    });
    if (!isMeant) return;
    setBusy(true);
    try {
      const { body } = await call(row, { params: { staffId }, body: {}, ifMatch });
      showChanged(body);
      showToast(done);
    } catch (thrown) {
      showRefusal(thrown, staffId);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button kind={isActive() ? 'danger' : 'second'} busy={busy()} onPress={() => void act()}>
      {t(`member.${what()}`)}
    </Button>
  );
};

const ResetAction: Component<MemberProps> = (props) => {
  const [busy, setBusy] = createSignal(false);
  const [handed, setHanded] = createSignal<HandedOut>();
  const act = async (): Promise<void> => {
    const { staffId, version: ifMatch, name } = props.member;
    const isMeant = await confirm({
      title: t('member.reset.question', { name }),
      text: t('member.reset.text'),
      confirmLabel: t('member.reset'),
      danger: true,
    });
    if (!isMeant) return;
    setBusy(true);
    try {
      const { body } = await call(reset, { params: { staffId }, body: {}, ifMatch });
      setHanded({ loginName: body.staff.loginName, password: body.initialPassword });
      showChanged(body.staff);
    } catch (thrown) {
      showRefusal(thrown, staffId);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button busy={busy()} onPress={() => void act()}>
        {t('member.reset')}
      </Button>
      <HandedOutDialog handed={handed()} onDone={() => setHanded(undefined)} />
    </>
  );
};
