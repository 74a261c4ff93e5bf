import { A, createAsync } from '@solidjs/router';
import { type Component, createMemo, For, lazy, Show } from 'solid-js';
import { repliers } from '../../../../functions/criticism/criticism.actions.ts';
import { deskReaders } from '../../../../functions/desks/desks.actions.ts';
import { overseers } from '../../../../functions/findings/findings.actions.ts';
import { readers } from '../../../../functions/issues/issues.roles.ts';
import { supervisionReaders } from '../../../../functions/supervision/supervision.actions.ts';
import { formatMoment, formatNumber } from '../../lib/format.ts';
import { language, withWords } from '../../lib/i18n/i18n.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { Table } from '../../ui/table.tsx';
import { deskWords } from '../desk/desk.words.ts';
import { findingsWords } from '../findings/findings.words.ts';
import { overlay } from '../issues/fresh-cases.ts';
import { ledgerColumns } from '../issues/ledger-columns.tsx';
import { createNow } from '../issues/remaining.ts';
import { type IssueRow, readIssues } from '../queries.ts';
import { renovationWords } from '../renovation/renovation.words.ts';
import { useDesk } from '../shell/desk.ts';
import { SlotBoundary } from '../shell/desk-boundary.tsx';
import { type Duty, dutiesOf } from './duties.ts';
import { rowsShown } from './duty.tsx';
import { ThreeRates } from './three-rates.tsx';
import { todayWords } from './today.words.ts';
import { VisitDuties } from './visit-duties.tsx';
import '../issues/ledger.css';
import './today.css';

const { t } = todayWords;

/** Brought to those who have to do with homes or oversee a place, with the words they speak. */
const RenovationDuties = lazy(
  withWords([renovationWords], async () => ({
    default: (await import('./renovation-duties.tsx')).RenovationDuties,
  })),
);
const FindingDuties = lazy(async () => ({
  default: (await import('./finding-duties.tsx')).FindingDuties,
}));
const SupervisionDuties = lazy(async () => ({
  default: (await import('./supervision-duties.tsx')).SupervisionDuties,
}));
const ReplyDuties = lazy(async () => ({
  default: (await import('./reply-duties.tsx')).ReplyDuties,
}));
const DeskFigures = lazy(
  withWords([deskWords, findingsWords], async () => ({
    default: (await import('../desk/desk-figures.tsx')).DeskFigures,
  })),
);

interface Waiting {
  readonly duty: Duty;
  readonly rows: readonly IssueRow[];
  /** There are more than one page; their number isn't known here. */
  readonly isMore: boolean;
}

/** What must I do today, and what is late. */
export const TodayPage: Component = () => {
  const desk = useDesk();
  return (
    <div class="stack-large">
      <PageHeader
        title={t('today.title')}
        lead={t('today.lead', {
          name: desk.session()?.name ?? '',
          scope: desk.placeOf(desk.node() ?? ''),
        })}
      />
      <Show when={desk.holds(...overseers)}>
        <SlotBoundary>
          <FindingDuties />
        </SlotBoundary>
      </Show>
      <Show when={desk.holds(...supervisionReaders)}>
        <SlotBoundary>
          <SupervisionDuties />
        </SlotBoundary>
      </Show>
      <Show when={desk.holds(...repliers)}>
        <SlotBoundary>
          <ReplyDuties />
        </SlotBoundary>
      </Show>
      <Show when={desk.holds('lead', 'visitor')}>
        <VisitDuties />
      </Show>
      <Show when={desk.holds('lead', 'visitor', 'disability', 'contractor')}>
        <SlotBoundary>
          <RenovationDuties />
        </SlotBoundary>
      </Show>
      <Show when={desk.session()}>
        <Show when={desk.holds(...readers)} fallback={<Notice>{t('today.no-issues')}</Notice>}>
          <Duties />
        </Show>
        <Show when={desk.holds(...deskReaders)}>
          <SlotBoundary>
            <DeskFigures />
          </SlotBoundary>
        </Show>
        <Show when={desk.holds(...readers)}>
          <ThreeRates />
        </Show>
      </Show>
    </div>
  );
};

const Duties: Component = () => {
  const desk = useDesk();
  const duties = createMemo(() => dutiesOf(desk.session()?.roles ?? []));
  const pages = createAsync(async () => {
    const node = desk.node();
    if (node === undefined) return undefined;
    const lists = [...new Set(duties().map(({ list }) => list))];
    const read = await Promise.all(
      lists.map(async (list) => [list, await readIssues(node, list, undefined)] as const),
    );
    return { node, byList: new Map(read) };
  });
  const waiting = createMemo((): readonly Waiting[] | undefined => {
    const known = pages();
    if (known === undefined) return undefined;
    return duties().flatMap((duty): Waiting[] => {
      const page = known.byList.get(duty.list);
      if (page === undefined) return [];
      const { rows } = overlay(page, { node: known.node, list: duty.list, isFirstPage: true });
      const mine = rows.filter(({ state }) => duty.state === undefined || state === duty.state);
      return mine.length === 0 ? [] : [{ duty, rows: mine, isMore: page.body.next !== undefined }];
    });
  });
  const asOf = (): string | undefined => [...(pages()?.byList.values() ?? [])][0]?.body.asOf;
  return (
    <section class="stack" aria-labelledby="waiting">
      <h2 id="waiting">{t('today.waiting')}</h2>
      <Show when={waiting()}>
        {(known) => (
          <Show when={known().length > 0} fallback={<Nothing />}>
            <div class="duties">
              <For each={known()}>{(each) => <DutyRows waiting={each} />}</For>
            </div>
            <Show when={asOf()}>
              {(when) => <p class="soft">{t('today.as-of', { when: formatMoment(when(), language()) })}</p>}
            </Show>
          </Show>
        )}
      </Show>
    </section>
  );
};

const Nothing: Component = () => {
  const desk = useDesk();
  return (
    <EmptyState title={t('today.nothing')}>
      <p>{t('today.nothing.text')}</p>
      <LinkButton href={desk.keepNode('/admin/issues?list=all')}>{t('today.nothing.ledger')}</LinkButton>
    </EmptyState>
  );
};

const DutyRows: Component<{ waiting: Waiting }> = (props) => {
  const desk = useDesk();
  const now = createNow();
  const title = (): string => t(`section.${props.waiting.duty.title}`);
  const count = (): string =>
    `${formatNumber(props.waiting.rows.length, language())}${props.waiting.isMore ? '+' : ''}`;
  // The reference, what it is and when it is due decide what to take up first; the rest is on the case.
  const columns = ledgerColumns({ desk, now, isChanged: () => false }).filter(({ key }) =>
    ['reference', 'what', 'place', 'deadline', 'state'].includes(key),
  );
  return (
    <section class="duty" data-tone={props.waiting.duty.list === 'late' ? 'bad' : undefined}>
      <h3>
        {title()} <span class="duty-count">{t('today.count', { n: count() })}</span>
      </h3>
      <Table
        caption={title()}
        captionHidden
        columns={columns}
        rows={props.waiting.rows.slice(0, rowsShown)}
      />
      <Show when={props.waiting.rows.length > rowsShown || props.waiting.isMore}>
        <p>
          <A href={desk.keepNode(`/admin/issues?list=${props.waiting.duty.list}`)}>
            {t('today.all', { n: count() })}
          </A>
        </p>
      </Show>
    </section>
  );
};
