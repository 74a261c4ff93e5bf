import { A, useSearchParams } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import { StatusTag } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { OrganisationNode } from '../queries.ts';
import { useDesk } from '../shell/desk.ts';
import { AddOrganisation } from './add-organisation.tsx';
import { RenameAction, StandingAction } from './organisation.actions.tsx';
import { organisationsWords } from './organisations.words.ts';

const { t } = organisationsWords;

/** The organisation looked at and those right below it; the way further down is the scope above, or a link. */
export const OrganisationsPage: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const [adding, setAdding] = createSignal(false);
  const nodes = (): readonly OrganisationNode[] => {
    const here = desk.node();
    return desk.nodes().filter(({ path }) => path === here || path.slice(0, path.lastIndexOf('/')) === here);
  };
  const hasBelow = ({ path }: OrganisationNode): boolean =>
    path !== desk.node() && desk.nodes().some((other) => other.path.startsWith(`${path}/`));
  const mayAdd = (): boolean => desk.holds('admin') && ['district', 'town'].includes(nodes()[0]?.kind ?? '');

  const columns = (): readonly Column<OrganisationNode>[] => [
    {
      key: 'name',
      header: t('organisations.name'),
      isRowHeader: true,
      cell: (node) => (
        <Show when={hasBelow(node)} fallback={desk.nameOf(node.path)}>
          <A
            href={`/admin/organisations?node=${node.path}`}
            aria-label={t('organisations.below.label', { name: desk.nameOf(node.path) })}
          >
            {desk.nameOf(node.path)}
          </A>
        </Show>
      ),
    },
    { key: 'kind', header: t('organisations.kind'), cell: (node) => t(`kind.${node.kind}`) },
    { key: 'code', header: t('organisations.code'), cell: (node) => node.id },
    {
      key: 'status',
      header: t('organisations.status'),
      cell: (node) => (
        <StatusTag tone={node.active ? 'ok' : 'warn'}>
          {t(node.active ? 'status.active' : 'status.closed')}
        </StatusTag>
      ),
    },
    ...(desk.holds('admin')
      ? [
          {
            key: 'actions',
            header: t('organisations.actions'),
            cell: (node: OrganisationNode) => (
              <span class="row">
                <RenameAction node={node} />
                {/* Nobody closes what their own account belongs to. */}
                <Show when={node.path !== desk.session()?.scope}>
                  <StandingAction node={node} />
                </Show>
              </span>
            ),
          },
        ]
      : []),
  ];
  return (
    <div class="stack">
      <PageHeader
        title={t('organisations.title')}
        lead={t('organisations.lead')}
        actions={
          <Show when={mayAdd() && !adding()}>
            <Button kind="main" onPress={() => setAdding(true)}>
              {t('add.title')}
            </Button>
          </Show>
        }
      />
      <Show when={desk.node()}>
        {(here) => (
          <>
            <Show when={adding() && mayAdd()}>
              <AddOrganisation parent={here()} onDone={() => setAdding(false)} />
            </Show>
            <Table
              caption={t('organisations.caption', { node: desk.nameOf(here()) })}
              columns={columns()}
              rows={nodes()}
            />
            <Show when={nodes().length < 2 && search['node'] !== undefined}>
              <p class="soft">{t('organisations.none')}</p>
            </Show>
          </>
        )}
      </Show>
    </div>
  );
};
