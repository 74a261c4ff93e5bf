import { revalidate, useNavigate } from '@solidjs/router';
import { type Component, createSignal } from 'solid-js';
import { createStore } from 'solid-js/store';
import { accessContract } from '../../../../functions/access/access.contract.ts';
import { call } from '../../api/client.ts';
import { PageHeader } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { createSubmission } from '../forms/submission.ts';
import { readStaff } from '../queries.ts';
import { useDesk } from '../shell/desk.ts';
import { RolesField, ScopeField } from './account-fields.tsx';
import { type HandedOut, HandedOutDialog } from './handed-out.tsx';
import { staffWords } from './staff.words.ts';

const { t } = staffWords;
const row = accessContract.routes.openAccount;

export const OpenAccountPage: Component = () => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [handed, setHanded] = createSignal<HandedOut & { readonly staffId: string }>();
  const [draft, setDraft] = createStore<{
    loginName: string;
    name: string;
    roles: string[];
    scope: string;
  }>({ loginName: '', name: '', roles: [], scope: '' });
  const submission = createSubmission({
    schema: row.body,
    fields: () => ({
      loginName: t('staff.login-name'),
      name: t('staff.name'),
      roles: t('staff.roles'),
      scope: t('staff.scope'),
    }),
    fieldOf: { 'access.login_name_taken': 'loginName', 'access.node_unknown': 'scope' },
    send: (body, key) => call(row, { body, key }),
    done: ({ body }) => {
      void revalidate(readStaff.key);
      setHanded({
        staffId: body.staff.staffId,
        loginName: body.staff.loginName,
        password: body.initialPassword,
      });
    },
  });
  const leave = (): void => {
    const staffId = handed()?.staffId;
    setHanded(undefined);
    if (staffId !== undefined) navigate(desk.keepNode(`/admin/staff/${staffId}`));
  };
  const { errorOf } = submission;
  return (
    <>
      <PageHeader title={t('open.title')} lead={t('open.lead')} />
      <CommandForm
        submission={submission}
        body={() => ({ ...draft, scope: draft.scope || undefined })}
        submitLabel={t('open.submit')}
      >
        <TextField
          name="name"
          label={t('staff.name')}
          autocomplete="off"
          width="medium"
          value={draft.name}
          onInput={(value) => setDraft('name', value)}
          error={errorOf('name')}
        />
        <TextField
          name="loginName"
          label={t('staff.login-name')}
          hint={t('open.login-name.hint')}
          autocomplete="off"
          width="medium"
          value={draft.loginName}
          onInput={(value) => setDraft('loginName', value)}
          error={errorOf('loginName')}
        />
        <RolesField
          chosen={draft.roles}
          onChange={(roles) => setDraft('roles', roles)}
          error={errorOf('roles')}
        />
        <ScopeField
          chosen={draft.scope}
          onChange={(path) => setDraft('scope', path)}
          error={errorOf('scope')}
        />
      </CommandForm>
      <HandedOutDialog handed={handed()} onDone={leave} />
    </>
  );
};
