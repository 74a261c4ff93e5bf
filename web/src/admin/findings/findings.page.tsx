import { A, createAsync, useNavigate, useSearchParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { maySeeCheck, overseers } from '../../../../functions/findings/findings.actions.ts';
import { type CheckName, checkNames, findingStates } from '../../../../functions/findings/findings.words.ts';
import { formatMonth, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { SelectField } from '../../ui/choice-field.tsx';
import { PageHeader, SubNav } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { hrefWith } from '../campaigns/place.ts';
import { useDesk } from '../shell/desk.ts';
import { ListFoot } from '../shell/list-foot.tsx';
import { createListPages } from '../shell/list-pages.ts';
import { thisMonth } from '../shell/months.ts';
import { findingColumns } from './finding-columns.tsx';
import {
  type FindingFigures,
  type FindingRow,
  readFindingFigures,
  readFindings,
  renewFindings,
} from './findings.queries.ts';
import { findingsWords } from './findings.words.ts';
import './findings.css';

const { t } = findingsWords;

/** What the checks found at a place: what stands open longest first, of all checks or of one. */
export const FindingsPage: Component = () => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const state = (): FindingRow['state'] => findingStates.find((each) => each === search['state']) ?? 'open';
  const mayChoose = (): readonly CheckName[] => {
    const who = desk.session();
    return who ? checkNames.filter((check) => maySeeCheck(check, who)) : [];
  };
  const check = (): CheckName | undefined =>
    mayChoose().find((each) => each === search['check']) ??
    (desk.holds(...overseers) ? undefined : mayChoose()[0]);
  const hrefOf = (to: { state?: string; check?: string | undefined; cursor?: string | undefined }): string =>
    desk.keepNode(
      hrefWith('/admin/findings', {
        state: to.state ?? state(),
        check: 'check' in to ? to.check : check(),
        cursor: to.cursor,
      }),
    );
  const pages = createListPages((cursor) => hrefOf({ cursor }));
  const figures = createAsync(async () => {
    const node = desk.node();
    return node === undefined ? undefined : readFindingFigures(node, thisMonth());
  });
  const page = createAsync(async () => {
    const node = desk.node();
    if (node === undefined || desk.session() === undefined) return undefined;
    const read = await readFindings(node, { state: state(), check: check(), cursor: pages.cursor() });
    pages.reached(read.next);
    return read;
  });
  const openOf = (each: CheckName): number =>
    figures()?.checks.find((figure) => figure.check === each)?.open ?? 0;
  return (
    <div class="stack">
      <PageHeader title={t('list.title')} lead={t('list.lead')} />
      <SubNav
        label={t('list.states')}
        items={[
          ...findingStates.map((each) => ({
            href: hrefOf({ state: each }),
            label: t(`state.${each}`),
            current: each === state(),
          })),
          { href: desk.keepNode('/admin/findings/mine'), label: t('list.mine') },
        ]}
      />
      <SelectField
        name="check"
        label={t('list.check')}
        width="medium"
        {...(desk.holds(...overseers) ? { emptyLabel: t('list.check.any') } : {})}
        options={mayChoose().map((each) => ({
          value: each,
          label: t('list.check.count', {
            check: t(`check.${each}`),
            n: formatNumber(openOf(each), language()),
          }),
        }))}
        value={check() ?? ''}
        onChange={(value) => navigate(hrefOf({ check: value === '' ? undefined : value }))}
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
                  node: desk.placeOf(desk.node() ?? ''),
                  state: t(`state.${state()}`),
                })}
                columns={findingColumns(desk, known().asOf)}
                rows={known().rows}
              />
            </Show>
            <ListFoot
              summary={t('list.count', { n: known().rows.length })}
              asOf={known().asOf}
              cursor={pages.cursor()}
              previousHref={pages.previousHref()}
              next={known().next}
              hrefOf={(cursor) => hrefOf({ cursor })}
              renew={renewFindings}
            />
          </>
        )}
      </Show>
      <Show when={figures()}>
        {(known) => <Figures figures={known()} hrefOf={(each) => hrefOf({ state: 'open', check: each })} />}
      </Show>
    </div>
  );
};

type CheckFigures = FindingFigures['checks'][number];

/** What stands of each check, every figure the way to what is behind it. */
const Figures: Component<{ figures: FindingFigures; hrefOf: (check: CheckName) => string }> = (props) => {
  const desk = useDesk();
  const number = (value: number): string => formatNumber(value, language());
  const counts = ['open', 'late', 'excepted', 'found', 'cleared'] as const;
  const figureOf = (row: CheckFigures, count: (typeof counts)[number]): number =>
    count === 'late' ? row.late + row.grave : row[count];
  const columns = (): readonly Column<CheckFigures>[] => [
    {
      key: 'check',
      header: t('figures.check'),
      isRowHeader: true,
      cell: ({ check }) => <A href={props.hrefOf(check)}>{t(`check.${check}`)}</A>,
    },
    ...counts.map((count) => ({
      key: count,
      header: t(`figures.${count}`),
      align: 'end' as const,
      cell: (row: CheckFigures) => number(figureOf(row, count)),
    })),
  ];
  return (
    <section class="stack" aria-labelledby="checks">
      <h2 id="checks">{t('figures.title')}</h2>
      <Table
        caption={t('figures.caption', {
          node: desk.placeOf(desk.node() ?? ''),
          month: formatMonth(props.figures.month, language()),
        })}
        columns={columns()}
        rows={props.figures.checks}
      />
      <p>{t('figures.unowned', { n: number(props.figures.unowned) })}</p>
      <p>
        {t('figures.levels', {
          supervision: number(props.figures.levels.supervision),
          criticism: number(props.figures.levels.criticism),
        })}
      </p>
    </section>
  );
};
