import { A, createAsync, useSearchParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { overseers, proposers } from '../../../../functions/criticism/criticism.actions.ts';
import { type ExemplaryState, exemplaryStates } from '../../../../functions/criticism/criticism.words.ts';
import { formatMoment, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { LinkButton } from '../../ui/button.tsx';
import { PageHeader, SubNav } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { hrefWith } from '../campaigns/place.ts';
import { useDesk } from '../shell/desk.ts';
import { ListFoot } from '../shell/list-foot.tsx';
import { createListPages } from '../shell/list-pages.ts';
import { readSites, renewSites, type SiteRow } from './criticism.queries.ts';
import { criticismWords } from './criticism.words.ts';

const { t } = criticismWords;

/** Exemplary sites at a place: what is approved for everybody, the rest for whoever oversees it. */
export const SitesPage: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const mayChoose = (): readonly ExemplaryState[] =>
    desk.holds(...overseers) ? exemplaryStates : ['approved', 'expired'];
  const state = (): ExemplaryState => mayChoose().find((each) => each === search['state']) ?? 'approved';
  const hrefOf = (to: { state?: string; cursor?: string | undefined }): string =>
    desk.keepNode(hrefWith('/admin/exemplary-sites', { state: to.state ?? state(), cursor: to.cursor }));
  const pages = createListPages((cursor) => hrefOf({ cursor }));
  const page = createAsync(async () => {
    const node = desk.node();
    if (node === undefined || desk.session() === undefined) return undefined;
    const read = await readSites(node, state(), pages.cursor());
    pages.reached(read.next);
    return read;
  });
  const columns = (): readonly Column<SiteRow>[] => [
    {
      key: 'title',
      header: t('column.title'),
      isRowHeader: true,
      cell: ({ site, title }) => <A href={desk.keepNode(`/admin/exemplary-sites/${site}`)}>{title}</A>,
    },
    { key: 'node', header: t('column.node'), cell: ({ node }) => desk.placeOf(node) },
    { key: 'place', header: t('column.place'), cell: ({ place }) => place },
    {
      key: 'proposed',
      header: t('column.proposed'),
      cell: ({ proposedAt }) => formatMoment(proposedAt, language()),
    },
  ];
  return (
    <div class="stack">
      <PageHeader title={t('sites.title')} lead={t('sites.lead')} />
      <p class="row no-print">
        <Show when={desk.holds(...proposers)}>
          <LinkButton kind="main" href={desk.keepNode('/admin/exemplary-sites/new')}>
            {t('sites.new')}
          </LinkButton>
        </Show>
        <A href={desk.keepNode('/admin/criticisms')}>{t('notice.back')}</A>
      </p>
      <SubNav
        label={t('list.states')}
        items={mayChoose().map((each) => ({
          href: hrefOf({ state: each }),
          label: t(`state.${each}`),
          current: each === state(),
        }))}
      />
      <Show when={page()}>
        {(known) => (
          <>
            <Show
              when={known().rows.length > 0}
              fallback={
                <EmptyState title={t('sites.empty')}>
                  <p>{t('sites.empty.text')}</p>
                </EmptyState>
              }
            >
              <Table
                caption={t('sites.caption', {
                  place: desk.placeOf(desk.node() ?? ''),
                  state: t(`state.${state()}`),
                })}
                columns={columns()}
                rows={known().rows}
              />
            </Show>
            <ListFoot
              summary={t('list.count', { n: formatNumber(known().rows.length, language()) })}
              asOf={known().asOf}
              cursor={pages.cursor()}
              previousHref={pages.previousHref()}
              next={known().next}
              hrefOf={(cursor) => hrefOf({ cursor })}
              renew={renewSites}
            />
          </>
        )}
      </Show>
    </div>
  );
};
