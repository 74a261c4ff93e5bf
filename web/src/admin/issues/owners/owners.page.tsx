import { A, createAsync } from '@solidjs/router';
import { type Component, For, Show } from 'solid-js';
import { owning } from '../../../../../functions/issues/issues.roles.ts';
import { parentOf } from '../../../../../functions/platform/contract/node-path.ts';
import { isWithin } from '../../../../../functions/platform/contract/roles.ts';
import { formatDate } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { PageHeader } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/state.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { type Desk, useDesk } from '../../shell/desk.ts';
import { issuesWords } from '../issues.words.ts';
import { ChangeOwnerAction, SetOwnerAction } from './owner.actions.tsx';
import { type OwnerView, readOwners } from './owners.queries.ts';
import { ownersWords } from './owners.words.ts';

const { t } = ownersWords;

interface TownRow {
  readonly town: string;
  readonly lead?: OwnerView['leads'][number];
}

/** Every town the owner answers for, those without a lead official among them. */
const rowsOf = ({ department, leads }: OwnerView, desk: Desk): readonly TownRow[] =>
  desk
    .nodes()
    .filter(
      ({ kind, active, path }) => active && kind === 'town' && isWithin(path, parentOf(department) ?? '∅'),
    )
    .map(({ path }) => {
      const lead = leads.find(({ town }) => town === path);
      return { town: path, ...(lead === undefined ? {} : { lead }) };
    });

const columnsFor = (desk: Desk): readonly Column<TownRow>[] => [
  { key: 'town', header: t('owners.town'), isRowHeader: true, cell: ({ town }) => desk.nameOf(town) },
  { key: 'lead', header: t('owners.official'), cell: ({ lead }) => lead?.lead.name ?? t('owners.nobody') },
  {
    key: 'since',
    header: t('owners.since'),
    cell: ({ lead }) => (lead === undefined ? '—' : formatDate(lead.since.slice(0, 10), language())),
  },
];

/** Which department owns the issues of a category, and who answers for each town in its name. */
export const OwnersPage: Component = () => {
  const desk = useDesk();
  const owners = createAsync(() => readOwners());
  const mayChange = ({ category, department }: OwnerView): boolean =>
    (desk.holds('admin') || (desk.holds(...owning) && category === 'culture')) &&
    isWithin(department, desk.session()?.scope ?? '∅');
  return (
    <div class="stack">
      <p class="no-print">
        <A href={desk.keepNode('/admin/issues')}>{t('owners.back')}</A>
      </p>
      <PageHeader
        title={t('owners.title')}
        lead={t('owners.lead')}
        actions={
          <Show when={desk.holds(...owning) && owners()}>
            {(known) => <SetOwnerAction owned={known()} />}
          </Show>
        }
      />
      <Show when={owners()}>
        {(known) => (
          <For each={known()} fallback={<EmptyState title={t('owners.none')} />}>
            {(owner) => (
              <section class="stack" aria-labelledby={`owner-${owner.category}`}>
                <h2 id={`owner-${owner.category}`}>
                  {t('owners.of', {
                    category: issuesWords.t(`category.${owner.category}`),
                    department: desk.nameOf(owner.department),
                  })}
                </h2>
                <p class="row no-print">
                  <A href={desk.keepNode(`/admin/issues?owner=${owner.department}`)}>
                    {t('owners.ledger', { department: desk.nameOf(owner.department) })}
                  </A>
                  <Show when={mayChange(owner)}>
                    <ChangeOwnerAction owner={owner} />
                  </Show>
                </p>
                <Table
                  caption={t('owners.caption', { department: desk.nameOf(owner.department) })}
                  captionHidden
                  columns={columnsFor(desk)}
                  rows={rowsOf(owner, desk)}
                />
              </section>
            )}
          </For>
        )}
      </Show>
    </div>
  );
};
