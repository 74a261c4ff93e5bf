import { A, createAsync, useSearchParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { drafters, overseers, repliers } from '../../../../functions/criticism/criticism.actions.ts';
import { type CriticismState, criticismStates } from '../../../../functions/criticism/criticism.words.ts';
import { formatDate, formatMoment, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { LinkButton } from '../../ui/button.tsx';
import { PageHeader, SubNav } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { hrefWith } from '../campaigns/place.ts';
import { useDesk } from '../shell/desk.ts';
import { ListFoot } from '../shell/list-foot.tsx';
import { createListPages } from '../shell/list-pages.ts';
import { type CriticismRow, readCriticisms, renewCriticism } from './criticism.queries.ts';
import { criticismWords } from './criticism.words.ts';
import { periodWords } from './figures.table.tsx';

const { t } = criticismWords;

const numberOf = ({ year, number }: CriticismRow): string =>
  year === undefined || number === undefined
    ? t('column.number.none')
    : t('column.number.of', { year, n: number });

/** Notices of criticism at a place: what is published for everybody, the rest for whoever oversees it. */
export const CriticismsPage: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const mayChoose = (): readonly CriticismState[] =>
    desk.holds(...overseers, ...repliers) ? criticismStates : ['published', 'expired'];
  const state = (): CriticismState => mayChoose().find((each) => each === search['state']) ?? 'published';
  const hrefOf = (to: { state?: string; cursor?: string | undefined }): string =>
    desk.keepNode(hrefWith('/admin/criticisms', { state: to.state ?? state(), cursor: to.cursor }));
  const pages = createListPages((cursor) => hrefOf({ cursor }));
  const page = createAsync(async () => {
    const node = desk.node();
    if (node === undefined || desk.session() === undefined) return undefined;
    const read = await readCriticisms(node, state(), pages.cursor());
    pages.reached(read.next);
    return read;
  });
  const columns = (): readonly Column<CriticismRow>[] => [
    {
      key: 'title',
      header: t('column.title'),
      isRowHeader: true,
      cell: ({ criticism, title }) => <A href={desk.keepNode(`/admin/criticisms/${criticism}`)}>{title}</A>,
    },
    { key: 'number', header: t('column.number'), cell: numberOf },
    { key: 'node', header: t('column.node'), cell: ({ node }) => desk.placeOf(node) },
    { key: 'period', header: t('column.period'), cell: ({ period }) => periodWords(period) },
    {
      key: 'reply',
      header: t('column.reply'),
      cell: ({ replied, replyBy }) =>
        replied ? t('column.reply.given') : t('column.reply.by', { day: formatDate(replyBy, language()) }),
    },
    {
      key: 'drafted',
      header: t('column.drafted'),
      cell: ({ draftedAt }) => formatMoment(draftedAt, language()),
    },
  ];
  return (
    <div class="stack">
      <PageHeader title={t('list.title')} lead={t('list.lead')} />
      <p class="row no-print">
        <Show when={desk.holds(...drafters)}>
          <LinkButton kind="main" href={desk.keepNode('/admin/criticisms/new')}>
            {t('list.new')}
          </LinkButton>
        </Show>
        <A href={desk.keepNode('/admin/exemplary-sites')}>{t('list.sites')}</A>
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
                <EmptyState title={t('list.empty')}>
                  <p>{t('list.empty.text')}</p>
                </EmptyState>
              }
            >
              <Table
                caption={t('list.caption', {
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
              renew={renewCriticism}
            />
          </>
        )}
      </Show>
    </div>
  );
};
