import { A, createAsync, useSearchParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { LinkButton } from '../../ui/button.tsx';
import { StatusTag } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Pagination, Table } from '../../ui/table.tsx';
import { adminWords } from '../admin.words.ts';
import { readStaff, type StaffRow } from '../queries.ts';
import { useDesk } from '../shell/desk.ts';
import { staffWords } from './staff.words.ts';

const { t } = staffWords;

/** The accounts of the organisation looked at and everything under it. */
export const StaffPage: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const cursor = (): string | undefined =>
    typeof search['cursor'] === 'string' ? search['cursor'] : undefined;
  const page = createAsync(async () => {
    const node = desk.node();
    return node === undefined ? undefined : readStaff(node, cursor());
  });
  const nextHref = (): string | undefined => {
    const next = page()?.next;
    return next === undefined ? undefined : desk.keepNode(`/admin/staff?cursor=${next}`);
  };
  const columns: readonly Column<StaffRow>[] = [
    {
      key: 'loginName',
      header: t('staff.login-name'),
      isRowHeader: true,
      cell: (row) => <A href={desk.keepNode(`/admin/staff/${row.staffId}`)}>{row.loginName}</A>,
    },
    { key: 'name', header: t('staff.name'), cell: (row) => row.name },
    {
      key: 'roles',
      header: t('staff.roles'),
      cell: (row) => row.roles.map((role) => adminWords.t(`role.${role}`)).join(' · '),
    },
    { key: 'scope', header: t('staff.scope'), cell: (row) => desk.placeOf(row.scope) },
    {
      key: 'status',
      header: t('staff.status'),
      cell: (row) => (
        <StatusTag tone={row.status === 'active' ? 'ok' : 'warn'}>
          {t(`staff.status.${row.status}`)}
        </StatusTag>
      ),
    },
  ];
  return (
    <div class="stack">
      <PageHeader
        title={t('staff.title')}
        actions={
          <Show when={desk.holds('admin')}>
            <LinkButton kind="main" href={desk.keepNode('/admin/staff/new')}>
              {t('staff.new')}
            </LinkButton>
          </Show>
        }
      />
      <Show when={page()}>
        {(known) => (
          <Show when={known().rows.length > 0} fallback={<EmptyState title={t('staff.empty')} />}>
            <Table
              caption={t('staff.caption', { node: desk.placeOf(desk.node() ?? '') })}
              columns={columns}
              rows={known().rows}
            />
            <Pagination nextHref={nextHref()} summary={t('staff.count', { n: known().rows.length })} />
            <Show when={cursor() !== undefined}>
              <p>
                <A href={desk.keepNode('/admin/staff')}>{t('staff.first-page')}</A>
              </p>
            </Show>
          </Show>
        )}
      </Show>
    </div>
  );
};
