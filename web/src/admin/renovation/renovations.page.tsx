import { createAsync, useNavigate, useSearchParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { type RenovationList, renovationLists } from '../../../../functions/renovation/renovation.lists.ts';
import { formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { SelectField } from '../../ui/choice-field.tsx';
import { PageHeader, SubNav } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { Table } from '../../ui/table.tsx';
import { useDesk } from '../shell/desk.ts';
import { ListFoot } from '../shell/list-foot.tsx';
import { createListPages } from '../shell/list-pages.ts';
import { thisMonth } from '../shell/months.ts';
import { readRenovationFigures, readRenovations, renewRenovations } from './renovation.queries.ts';
import { renovationWords } from './renovation.words.ts';
import { renovationColumns } from './renovation-columns.tsx';
import { RenovationTasks } from './renovation-tasks.tsx';
import './renovation.css';

const { t } = renovationWords;

const across = ['open', 'overdue', 'follow-ups', 'all'] as const satisfies readonly RenovationList[];
type Across = (typeof across)[number];
type Step = Exclude<RenovationList, Across>;

const isAcross = (list: RenovationList): list is Across => across.some((each) => each === list);
const isStep = (list: RenovationList): list is Step => !isAcross(list);
const steps = renovationLists.filter(isStep);

const listWords = (list: RenovationList): string => (isAcross(list) ? t(`list.${list}`) : t(`state.${list}`));

/** Every application of a place: what is open, what is late, or one step of the way. */
export const RenovationsPage: Component = () => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const list = (): RenovationList => renovationLists.find((each) => each === search['list']) ?? 'open';
  const hrefOf = (wanted: RenovationList, cursor?: string): string =>
    desk.keepNode(`/admin/renovations?list=${wanted}${cursor === undefined ? '' : `&cursor=${cursor}`}`);
  const pages = createListPages((to) => hrefOf(list(), to));
  const figures = createAsync(async () => {
    const node = desk.node();
    return node === undefined ? undefined : readRenovationFigures(node, thisMonth());
  });
  const page = createAsync(async () => {
    const node = desk.node();
    if (node === undefined) return undefined;
    const read = await readRenovations(node, list(), pages.cursor());
    pages.reached(read.next);
    return read;
  });
  const count = (each: RenovationList): number => figures()?.now[each] ?? 0;
  const step = (): string => {
    const chosen = list();
    return isStep(chosen) ? chosen : '';
  };
  const choose = (value: string): void => {
    const wanted = steps.find((each) => each === value) ?? 'open';
    navigate(hrefOf(wanted));
  };

  return (
    <div class="stack">
      <PageHeader title={t('list.title')} lead={t('list.lead')} actions={<RenovationTasks />} />
      <SubNav
        label={t('list.lists')}
        items={[
          ...across.map((each) => ({
            href: hrefOf(each),
            label: t(`list.${each}`),
            count: count(each),
            current: each === list(),
          })),
          ...(desk.holds('contractor', 'disability')
            ? [{ href: desk.keepNode('/admin/renovation-jobs'), label: t('list.jobs') }]
            : []),
        ]}
      />
      <SelectField
        name="step"
        label={t('list.step')}
        width="medium"
        emptyLabel={t('list.step.any')}
        options={steps.map((each) => ({
          value: each,
          label: t('list.step.count', {
            step: t(`state.${each}`),
            n: formatNumber(count(each), language()),
          }),
        }))}
        value={step()}
        onChange={choose}
      />
      <Show when={page()}>
        {(known) => (
          <>
            <Show
              when={known().rows.length > 0}
              fallback={
                <EmptyState title={list() === 'overdue' ? t('list.empty.overdue') : t('list.empty')}>
                  <p>{t('list.empty.text')}</p>
                </EmptyState>
              }
            >
              <Table
                caption={t('list.caption', {
                  node: desk.placeOf(desk.node() ?? ''),
                  list: listWords(list()),
                })}
                columns={renovationColumns(desk)}
                rows={known().rows}
              />
            </Show>
            <ListFoot
              summary={t('list.count', { n: known().rows.length })}
              asOf={known().asOf}
              cursor={pages.cursor()}
              previousHref={pages.previousHref()}
              next={known().next}
              hrefOf={(to) => hrefOf(list(), to)}
              renew={renewRenovations}
            />
          </>
        )}
      </Show>
    </div>
  );
};
